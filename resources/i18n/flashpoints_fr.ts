<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>Account</name>
    <message>
      <location filename="../../plugin/gui/load_account.py" />
      <source>Open the &amp;whole report</source>
      <translation>O&amp;uvrir le rapport complet</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_account.py" />
      <source>Show re&amp;jected rows</source>
      <translation>Afficher les lignes rej&amp;etées</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_account.py" />
      <source>What looks wrong; nothing was left out for it</source>
      <translation>Ce qui paraît faux ; rien n’a été écarté pour cela</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_account.py" />
      <source>What was read, what was left out and why, and actor names that the actor table does not know.</source>
      <translation>Ce qui a été lu, ce qui a été écarté et pourquoi, et les noms d’acteurs que la table des acteurs ne connaît pas.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_account.py" />
      <source>Why rows were rejected</source>
      <translation>Pourquoi des lignes ont été rejetées</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_account.py" />
      <source>events</source>
      <translation>événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_account.py" />
      <source>filtered out by country</source>
      <translation>écartées (autres pays)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_account.py" />
      <source>for {n} other reasons: see the report</source>
      <translation>autres raisons : {n} (voir le rapport)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_account.py" />
      <source>merged (the same event twice)</source>
      <translation>fusionnées (le même événement deux fois)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_account.py" />
      <source>rejected</source>
      <translation>rejetées</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_account.py" />
      <source>rows read</source>
      <translation>lignes lues</translation>
    </message>
  </context>
  <context>
    <name>Actor check</name>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>A repeat inside a repeat, such as (a+)+, can take for ever.</source>
      <translation>Une répétition dans une répétition, comme (a+)+, peut durer sans fin.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>Fill the cell in one row of the group only.</source>
      <translation>Remplissez la cellule sur une seule ligne du groupe.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>Give the id of another group, or leave it empty.</source>
      <translation>Donnez l’identifiant d’un autre groupe, ou laissez vide.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>It is where names without a group go.</source>
      <translation>C’est là que vont les noms sans groupe.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>The end {end} lies before the start {start}.</source>
      <translation>La fin {end} précède le début {start}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>The families are: {names}.</source>
      <translation>Les familles sont : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>The family {name} is missing.</source>
      <translation>La famille {name} manque.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>The family {name} stands twice.</source>
      <translation>La famille {name} figure deux fois.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>The group {group} belongs to no family.</source>
      <translation>Le groupe {group} n’appartient à aucune famille.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>The group {group} cannot stand under “{name}”.</source>
      <translation>Le groupe {group} ne peut pas être rattaché à « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>The group {group} has no order.</source>
      <translation>Le groupe {group} n’a pas de rang.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>The group {group} has two values of {column}: {one} and {two}.</source>
      <translation>Le groupe {group} a deux valeurs de {column} : {one} et {two}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>The group {name} of the family {name} is missing.</source>
      <translation>Le groupe {name} de la famille {name} manque.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>The order “{text}” is not a whole number.</source>
      <translation>Le rang « {text} » n’est pas un nombre entier.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>The pattern takes too long on “{name}”.</source>
      <translation>Le motif prend trop de temps sur « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>There is no family “{name}”.</source>
      <translation>Il n’y a pas de famille « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>Use letters, digits and underscores.</source>
      <translation>Utilisez des lettres, des chiffres et des tirets bas.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>Write 0 to 8, several as 2|3.</source>
      <translation>Écrivez 0 à 8, plusieurs ainsi : 2|3.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>Write it with fewer signs such as * and +.</source>
      <translation>Écrivez-le avec moins de signes comme * et +.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>“{name}” cannot be the id of a group.</source>
      <translation>« {name} » ne peut pas être l’identifiant d’un groupe.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>“{text}” are no codes of the kind of actor.</source>
      <translation>« {text} » ne sont pas des codes de nature d’acteur.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_check.py" />
      <source>“{text}” is no colour; write one as #D55E00.</source>
      <translation>« {text} » n’est pas une couleur ; écrivez-la ainsi : #D55E00.</translation>
    </message>
  </context>
  <context>
    <name>Actor draft</name>
    <message>
      <location filename="../../plugin/core/actor_draft.py" />
      <source>There is no group {name}.</source>
      <translation>Il n’y a pas de groupe {name}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_draft.py" />
      <source>This group cannot be removed: names without a group go there.</source>
      <translation>Ce groupe ne peut pas être enlevé : les noms sans groupe y vont.</translation>
    </message>
  </context>
  <context>
    <name>Actor file</name>
    <message>
      <location filename="../../plugin/core/actor_file.py" />
      <source>Close it in other programs, or choose another folder.</source>
      <translation>Fermez-le dans les autres programmes, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_file.py" />
      <source>Columns that mean nothing here are left out: {names}.</source>
      <translation>Les colonnes sans signification ici sont écartées : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_file.py" />
      <source>Its columns are: {names}.</source>
      <translation>Ses colonnes sont : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_file.py" />
      <source>Line {line} does not have {n} cells as the first line has.</source>
      <translation>La ligne {line} n’a pas {n} cellules comme la première ligne.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_file.py" />
      <source>Save the table as CSV from a spreadsheet, which puts quotes where they belong.</source>
      <translation>Enregistrez la table en CSV depuis un tableur, qui met les guillemets où il faut.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_file.py" />
      <source>Take one of them out.</source>
      <translation>Enlevez-en une.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_file.py" />
      <source>The column {name} stands twice.</source>
      <translation>La colonne {name} figure deux fois.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_file.py" />
      <source>The table cannot be written: {reason}.</source>
      <translation>La table ne peut pas être écrite : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_file.py" />
      <source>There is no column “order”: the groups keep the file's order.</source>
      <translation>Il n’y a pas de colonne « order » : les groupes gardent l’ordre du fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_file.py" />
      <source>This is no table of actors: it lacks the columns {names}.</source>
      <translation>Ce n’est pas une table d’acteurs : il lui manque les colonnes {names}.</translation>
    </message>
  </context>
  <context>
    <name>ActorNames</name>
    <message>
      <location filename="../../plugin/gis/algorithms/actornames.py" />
      <source>A table of all names of actors in the events: how many events name each, the group and family that it belongs to, and the row of the table of actors that decides so (the first row is 1). Names without a group have no row. Where a name means several groups, by country, date or kind of actor, the one of most events is given. All events are counted, as the source coded them. With a table of actors as a CSV file, the names are listed as it would group them; nothing is written.</source>
      <translation>Une table de tous les noms d’acteurs des événements : combien d’événements nomment chacun, le groupe et la famille dont il relève, et la ligne de la table des acteurs qui en décide (la première ligne est 1). Les noms sans groupe n’ont pas de ligne. Quand un nom désigne plusieurs groupes, selon le pays, la date ou la nature de l’acteur, celui qui a le plus d’événements est donné. Tous les événements sont comptés, tels que la source les a codés. Avec une table d’acteurs en fichier CSV, les noms sont listés comme elle les grouperait ; rien n’est écrit.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/actornames.py" />
      <source>Actor names</source>
      <translation>Noms d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/actornames.py" />
      <source>Actor names ({name})</source>
      <translation>Noms d’acteurs ({name})</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/actornames.py" />
      <source>Event store, or a layer of events</source>
      <translation>Base d’événements, ou couche d’événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/actornames.py" />
      <source>Give a layer of the project, or the path of an event store.</source>
      <translation>Donnez une couche du projet, ou le chemin d’une base d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/actornames.py" />
      <source>List actor names</source>
      <translation>Lister les noms d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/actornames.py" />
      <source>Names of actors as the source coded them; an event counts once for each name.</source>
      <translation>Noms des acteurs tels que la source les a codés ; un événement compte une fois pour chaque nom.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/actornames.py" />
      <source>Table of actors (CSV) instead of the store's</source>
      <translation>Table d’acteurs (CSV) au lieu de celle de la base</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/actornames.py" />
      <source>The event layer cannot be opened.</source>
      <translation>La couche d’événements ne peut pas être ouverte.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/actornames.py" />
      <source>{n} names; {lost} of them have no group, in {events} of {all} events.</source>
      <translation>Noms : {n} ; sans groupe : {lost}, dans {events} événements sur {all}.</translation>
    </message>
  </context>
  <context>
    <name>Actors</name>
    <message>
      <location filename="../../plugin/core/actors.py" />
      <source>Fill the cell in one row of the group only.</source>
      <translation>Remplissez la cellule sur une seule ligne du groupe.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_names.py" />
      <source>Name a part of the pattern: (?P&lt;country&gt;...).</source>
      <translation>Nommez une partie du motif : (?P&lt;country&gt;...).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_classify.py" />
      <source>The events lack the columns {names}.</source>
      <translation>Il manque aux événements les colonnes {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actors.py" />
      <source>The family {name} stands twice.</source>
      <translation>La famille {name} figure deux fois.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actors.py" />
      <source>The group {group} has two values of {column}: {one} and {two}.</source>
      <translation>Le groupe {group} a deux valeurs de {column} : {one} et {two}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actors.py" />
      <source>The group {name} of the family {name} is missing.</source>
      <translation>Le groupe {name} de la famille {name} manque.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actors.py" />
      <source>The order “{text}” is not a whole number.</source>
      <translation>Le rang « {text} » n’est pas un nombre entier.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_names.py" />
      <source>The row of {group} cannot be read: {reason}.</source>
      <translation>La ligne du groupe {group} ne peut pas être lue : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actor_names.py" />
      <source>The row of {group} says “{word}”, but its pattern finds no country.</source>
      <translation>La ligne du groupe {group} porte « {word} », mais son motif ne trouve pas de pays.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actors.py" />
      <source>There is: {names}.</source>
      <translation>Il y a : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actors.py" />
      <source>Use letters, digits and underscores.</source>
      <translation>Utilisez des lettres, des chiffres et des tirets bas.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actors.py" />
      <source>{table}, line {n}</source>
      <translation>{table}, ligne {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actors.py" />
      <source>“{name}” cannot be the id of a group.</source>
      <translation>« {name} » ne peut pas être l’identifiant d’un groupe.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/actors.py" />
      <source>“{name}” is neither a group nor a family of actors.</source>
      <translation>« {name} » n’est ni un groupe ni une famille d’acteurs.</translation>
    </message>
  </context>
  <context>
    <name>Actors window</name>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>(any name)</source>
      <translation>(tout nom)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>1 event</source>
      <translation>1 événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>1 name</source>
      <translation>1 nom</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_groups_tab.py" />
      <source>Choose a family or a group.</source>
      <translation>Choisissez une famille ou un groupe.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_names_tab.py" />
      <source>Counting the names…</source>
      <translation>Comptage des noms…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actors_dialog.py" />
      <source>Discard</source>
      <translation>Abandonner</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>Events decided</source>
      <translation>Événements décidés</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_names_tab.py" />
      <source>Every name of the {n} events has a group.</source>
      <translation>Tous les noms ont un groupe (événements : {n}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_files.py" />
      <source>Export the table of actors</source>
      <translation>Exporter la table des acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_groups_tab.py" />
      <source>Family: {id}. Groups without a colour of their own have this one.</source>
      <translation>Famille : {id}. Les groupes sans couleur propre prennent celle-ci.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_groups_tab.py" />
      <source>Group: {id}</source>
      <translation>Groupe : {id}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_files.py" />
      <source>Import a table of actors</source>
      <translation>Importer une table d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_groups_tab.py" />
      <source>It decides {n} of them; the others fit a pattern that is tried earlier.</source>
      <translation>Il en décide {n} ; les autres relèvent d’un motif essayé avant.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>Names</source>
      <translation>Noms</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_names_tab.py" />
      <source>Names without a group</source>
      <translation>Noms sans groupe</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_names_tab.py" />
      <source>Names without a group ({names}, {events})</source>
      <translation>Noms sans groupe ({names}, {events})</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_groups_tab.py" />
      <source>New group</source>
      <translation>Nouveau groupe</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actors_dialog.py" />
      <source>Not saved yet.</source>
      <translation>Pas encore enregistré.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>Only where</source>
      <translation>Seulement si</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>Pattern</source>
      <translation>Motif</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_source.py" />
      <source>Reading the names of the actors</source>
      <translation>Lecture des noms d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actors_dialog.py" />
      <source>Reclassify {store}</source>
      <translation>Reclassement : {store}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actors_dialog.py" />
      <source>Sa&amp;ve</source>
      <translation>Enre&amp;gistrer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actors_dialog.py" />
      <source>Save them, or discard them.</source>
      <translation>Enregistrez-les, ou abandonnez-les.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actors_dialog.py" />
      <source>Saved: {changed} of {n} events changed their groups.</source>
      <translation>Enregistré. Événements dont les groupes ont changé : {changed} sur {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_answers.py" />
      <source>Testing the patterns</source>
      <translation>Essai des motifs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_groups_tab.py" />
      <source>Testing…</source>
      <translation>Essai…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actors_dialog.py" />
      <source>The table has changes that are not saved.</source>
      <translation>La table a des modifications non enregistrées.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actors_dialog.py" />
      <source>The table is written to {file}.</source>
      <translation>La table est écrite dans {file}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actors_dialog.py" />
      <source>These events lie in no event store, so groups cannot be kept with them. Load them into a store with “Load events” first; here a table can be tried and exported.</source>
      <translation>Ces événements ne sont dans aucune base : les groupes ne peuvent pas être gardés avec eux. Chargez-les d’abord dans une base avec « Charger des événements » ; ici, une table peut être essayée et exportée.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_groups_tab.py" />
      <source>This group has no pattern, so no name is found.</source>
      <translation>Ce groupe n’a pas de motif : aucun nom n’est trouvé.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_groups_tab.py" />
      <source>This pattern matches {events}, {names}.</source>
      <translation>Ce motif trouve {events}, {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_groups_tab.py" />
      <source>^New pattern$</source>
      <translation>^Nouveau motif$</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>from {day}</source>
      <translation>dès le {day}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>kind {codes}</source>
      <translation>nature {codes}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_groups_tab.py" />
      <source>no other group</source>
      <translation>aucun autre groupe</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>until {day}</source>
      <translation>jusqu’au {day}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_tree.py" />
      <source>{group} ({family})</source>
      <translation>{group} ({family})</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_names_tab.py" />
      <source>{names} in {events} of {n} fit no pattern and count as others. Choose a name, then its group.</source>
      <translation>Sans motif qui convienne : {names}, dans {events} sur {n} ; comptés parmi les autres. Choisissez un nom, puis son groupe.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>{n} events</source>
      <translation>{n} événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/actor_lists.py" />
      <source>{n} names</source>
      <translation>{n} noms</translation>
    </message>
  </context>
  <context>
    <name>ActorsDialog</name>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;Add pattern</source>
      <translation>A&amp;jouter un motif</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;Colour</source>
      <translation>&amp;Couleur</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;Down</source>
      <translation>Descend&amp;re</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;Export CSV…</source>
      <translation>&amp;Exporter en CSV…</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;Family</source>
      <translation>&amp;Famille</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;Find</source>
      <translation>C&amp;hercher</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;Import CSV…</source>
      <translation>&amp;Importer un CSV…</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;Kind of actor</source>
      <translation>Na&amp;ture de l’acteur</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;New group</source>
      <translation>&amp;Nouveau groupe</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;Pattern</source>
      <translation>&amp;Motif</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;Store</source>
      <translation>Ba&amp;se</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>&amp;Up</source>
      <translation>M&amp;onter</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>A part of the name</source>
      <translation>Une partie du nom</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>A part of the name, such as Katiba Serma; a regular expression</source>
      <translation>Une partie du nom, par exemple Katiba Serma ; expression régulière</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Actors</source>
      <translation>Acteurs</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Add a group to the family that is chosen</source>
      <translation>Ajouter un groupe à la famille choisie</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>As the famil&amp;y</source>
      <translation>Comme &amp;la famille</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Assig&amp;n</source>
      <translation>Att&amp;ribuer</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Colour</source>
      <translation>Couleur</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>F&amp;rom</source>
      <translation>&amp;Du</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Families and groups</source>
      <translation>Familles et groupes</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>From now on this exact name belongs to the group</source>
      <translation>Désormais ce nom exact appartient au groupe</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Groups and patterns</source>
      <translation>Groupes et motifs</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Labe&amp;l</source>
      <translation>Li&amp;bellé</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Names that the pattern matches</source>
      <translation>Noms que le motif trouve</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Names without a group</source>
      <translation>Noms sans groupe</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Ne&amp;w group of this name</source>
      <translation>Nou&amp;veau groupe de ce nom</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Of the patterns of all groups, the first that fits a name decides</source>
      <translation>De tous les motifs, le premier qui convient à un nom décide</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Patterns of the group</source>
      <translation>Motifs du groupe</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Put it into &amp;group</source>
      <translation>Mettre dans le grou&amp;pe</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Rank it earlier: earlier groups colour an event that names several</source>
      <translation>Rang plus haut : les premiers groupes colorent un événement qui en nomme plusieurs</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Rank it later</source>
      <translation>Rang plus bas</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Re&amp;move</source>
      <translation>Enle&amp;ver</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Remove pattern</source>
      <translation>Enlever le motif</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Restore the plugin’s ta&amp;ble</source>
      <translation>Rétablir la table de l’e&amp;xtension</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Take the group out with its patterns</source>
      <translation>Enlever le groupe avec ses motifs</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>There are no events in this project yet. Load an event file first.</source>
      <translation>Ce projet n’a pas encore d’événements. Chargez d’abord un fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Try earlier</source>
      <translation>Essayer plus tôt</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Try later</source>
      <translation>Essayer plus tard</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Und&amp;o</source>
      <translation>Ann&amp;uler</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>Use the colour of the family</source>
      <translation>Prendre la couleur de la famille</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>any day; 2020-01-31</source>
      <translation>tout jour ; 2020-01-31</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>any day; 2023-12-31</source>
      <translation>tout jour ; 2023-12-31</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>any; 0 to 8, such as 2|3</source>
      <translation>toutes ; 0 à 8, par exemple 2|3</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>any; Mali|Niger; own; other</source>
      <translation>tous ; Mali|Niger ; own ; other</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>in French</source>
      <translation>en français</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>stands under</source>
      <translation>rattaché à</translation>
    </message>
    <message>
      <location filename="../../ui/actors_dialog.ui" />
      <source>un&amp;til</source>
      <translation>jus&amp;qu’au</translation>
    </message>
  </context>
  <context>
    <name>AddRuling</name>
    <message>
      <location filename="../../plugin/gis/algorithms/addruling.py" />
      <source>Correct an event</source>
      <translation>Corriger un événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/addruling.py" />
      <source>Corrects one field of one event with a reason and a name. The source's value stays beside it, and every figure says both where they differ. The correction survives updates of the store. An empty value means none, or not known; the field “exclude” with the value 1 leaves the event out; “point” takes latitude, longitude.</source>
      <translation>Corrige un champ d’un événement, avec une justification et un nom. La valeur de la source reste à côté, et chaque chiffre donne les deux quand elles diffèrent. La correction survit aux mises à jour de la base. Une valeur vide veut dire aucune, ou inconnue ; le champ « exclude » avec la valeur 1 écarte l’événement ; « point » prend latitude, longitude.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/addruling.py" />
      <source>Field</source>
      <translation>Champ</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/addruling.py" />
      <source>Id of the event</source>
      <translation>Identifiant de l’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/addruling.py" />
      <source>Name of who corrects it</source>
      <translation>Nom de qui corrige</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/addruling.py" />
      <source>Number of the ruling</source>
      <translation>Numéro de la correction</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/addruling.py" />
      <source>Reason</source>
      <translation>Justification</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/addruling.py" />
      <source>The source's value</source>
      <translation>Valeur de la source</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/addruling.py" />
      <source>Value that holds instead</source>
      <translation>Valeur qui fait foi à la place</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/addruling.py" />
      <source>{event}, {field}: “{value}” instead of “{source}”.</source>
      <translation>{event}, {field} : « {value} » au lieu de « {source} ».</translation>
    </message>
  </context>
  <context>
    <name>Again</name>
    <message>
      <location filename="../../plugin/gui/where_again.py" />
      <source>A layer that this result was made with is not in the project.</source>
      <translation>Une couche qui a servi à ce résultat n’est pas dans le projet.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/where_again.py" />
      <source>Add it, or choose another one here.</source>
      <translation>Ajoutez-la, ou choisissez-en une autre ici.</translation>
    </message>
  </context>
  <context>
    <name>Algorithms</name>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source> and {n} more</source>
      <translation> et {n} de plus</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>Analysis</source>
      <translation>Analyse</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>Cancelled; nothing was written.</source>
      <translation>Annulé ; rien n’a été écrit.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/outputs.py" />
      <source>Choose a folder that exists and that you may write to.</source>
      <translation>Choisissez un dossier qui existe et où vous pouvez écrire.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>Choose one of: {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>Counted: {selection}.</source>
      <translation>Comptés : {selection}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/events_algorithm.py" />
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>Events of several days that end after their period: {n}; the first day counts.</source>
      <translation>Événements de plusieurs jours qui finissent après leur période : {n} ; le premier jour compte.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/outputs.py" />
      <source>Events of: {title}</source>
      <translation>Événements : {title}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>Give a layer of the project, or the path of an event store.</source>
      <translation>Donnez une couche du projet, ou le chemin d’une base d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>Give a polygon layer of the project, or the path of one.</source>
      <translation>Donnez une couche de polygones du projet, ou le chemin d’une telle couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>Give both, or none for the last two half-years that the file covers.</source>
      <translation>Donnez les deux, ou aucune pour les deux derniers semestres que couvre le fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>It has: {names}.</source>
      <translation>Il y a : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>Its countries are: {names}.</source>
      <translation>Ses pays sont : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <location filename="../../plugin/gis/loading.py" />
      <source>Load an event file first.</source>
      <translation>Chargez d’abord un fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>Load the event file with “Load events”, or ask without it.</source>
      <translation>Chargez le fichier avec « Charger des événements », ou posez la question sans cela.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>No events are selected, so the country is not known.</source>
      <translation>Aucun événement n’est retenu : le pays n’est pas connu.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>No file covers the days between {end} and {start}: only what comes after counts.</source>
      <translation>Aucun fichier ne couvre les jours entre {end} et {start} : seul ce qui suit compte.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>Of {countries} the store only covers {period}.</source>
      <translation>Pour {countries}, la base ne couvre que : {period}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>Only one of the two periods is given.</source>
      <translation>Une seule des deux périodes est donnée.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>Only what the layer's filter leaves is counted: {filter}.</source>
      <translation>Seul ce que laisse le filtre de la couche est compté : {filter}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>Regions: {origin}, {n} of them.</source>
      <translation>Régions : {origin}, au nombre de {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>Rulings change {n} more counts.</source>
      <translation>Autres comptes modifiés par des corrections : {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>The event layer cannot be opened.</source>
      <translation>La couche d’événements ne peut pas être ouverte.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>The layer has no column {name}, which this question needs.</source>
      <translation>La couche n’a pas de colonne {name}, nécessaire à cette question.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>The layer holds events of several datasets, which are never added up.</source>
      <translation>La couche contient des événements de plusieurs jeux de données, qui ne s’additionnent jamais.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>The layer holds no dataset “{name}”.</source>
      <translation>La couche n’a pas de jeu de données « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>The layer holds no events of “{name}”.</source>
      <translation>La couche n’a pas d’événements de « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <location filename="../../plugin/gis/loading.py" />
      <source>The layer holds no events.</source>
      <translation>La couche ne contient pas d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>The layer's filter is not applied: {filter}. All events are counted.</source>
      <translation>Le filtre de la couche n’est pas appliqué : {filter}. Tous les événements sont comptés.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>The regions layer cannot be opened.</source>
      <translation>La couche de régions ne peut pas être ouverte.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/outputs.py" />
      <source>The result cannot be written: {reason}</source>
      <translation>Le résultat ne peut pas être écrit : {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>The result is to be written nowhere.</source>
      <translation>Le résultat n’a pas de destination.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>Widen the selection, or choose a regions layer.</source>
      <translation>Élargissez la sélection, ou choisissez une couche de régions.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>no readable date</source>
      <translation>sans date lisible</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>only what the layer's filter leaves: {filter}</source>
      <translation>seulement ce que laisse le filtre de la couche : {filter}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>placed to a region or country only</source>
      <translation>situé seulement dans une région ou un pays</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>{n} events left out: {reason}.</source>
      <translation>Événements écartés : {n} ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>{n} others</source>
      <translation>{n} autres</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>{n} rulings of analysts hold; where they change a count, the source's stands beside it.</source>
      <translation>Corrections d’analystes en vigueur : {n} ; là où elles changent un compte, celui de la source est à côté.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithm.py" />
      <source>{what}: {count}</source>
      <translation>{what} : {count}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/loading.py" />
      <source>“{name}” is not a sub-event type of this layer.</source>
      <translation>« {name} » n’est pas un sous-type d’événement de cette couche.</translation>
    </message>
  </context>
  <context>
    <name>Background</name>
    <message>
      <location filename="../../plugin/gui/background.py" />
      <source>This stopped with an error of the plugin.</source>
      <translation>Arrêt sur une erreur de l’extension.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/background.py" />
      <source>View &gt; Panels &gt; Log Messages &gt; Python Error shows it: please report it.</source>
      <translation>Vue &gt; Panneaux &gt; Journal des messages &gt; Erreur Python la montre : merci de la signaler.</translation>
    </message>
  </context>
  <context>
    <name>BandCounts</name>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Along {place} {when}</source>
      <translation>Le long de {place} {when}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Bands of {km} km overlap by {area} km².</source>
      <translation>Des bandes de {km} km se recouvrent sur {area} km².</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>Choose a line layer, such as a coast.</source>
      <translation>Choisissez une couche de lignes, une côte par exemple.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>Choose another layer, or name two countries.</source>
      <translation>Choisissez une autre couche, ou nommez deux pays.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Counts along a line or border</source>
      <translation>Comptage le long d’une ligne ou d’une frontière</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Counts the events within each distance of a line, on both sides of it, for each period. The line comes from a layer, or is the land border of two countries on QGIS's own world map. Distances are those of the shortest geodesic on the WGS 84 ellipsoid. To count on one side of a border, choose that country. With two periods the later is compared with the earlier: ratio of events per day, exact conditional interval and p-value.</source>
      <translation>Compte les événements à chaque distance d’une ligne, des deux côtés, pour chaque période. La ligne vient d’une couche, ou est la frontière terrestre de deux pays sur la carte du monde de QGIS. Les distances sont celles de la plus courte géodésique sur l’ellipsoïde WGS 84. Pour compter d’un seul côté d’une frontière, choisissez ce pays. Avec deux périodes, la plus récente est comparée à l’autre : rapport des événements par jour, intervalle conditionnel exact et valeur p.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Distances in km, separated by commas</source>
      <translation>Distances en km, séparées par des virgules</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Events whose geodesic distance (WGS 84) from the line is at most the given one, on both sides; {selection}.</source>
      <translation>Événements dont la distance géodésique (WGS 84) à la ligne est au plus celle indiquée, des deux côtés ; {selection}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Events within {km} km of the line {place}, {period}</source>
      <translation>Événements à moins de {km} km de la ligne {place}, {period}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Field with the lines' names</source>
      <translation>Champ avec les noms des lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Give a line layer of the project, or the path of one.</source>
      <translation>Indiquez une couche de lignes du projet, ou le chemin d’une telle couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Give a line layer, or a country whose border it is.</source>
      <translation>Indiquez une couche de lignes, ou le pays dont c’est la frontière.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>Its fields are: {names}.</source>
      <translation>Ses champs sont : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Lines from a layer (of polygons the outlines)</source>
      <translation>Lignes d’une couche (des polygones, les contours)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>Name neighbours, or leave the second field empty for all of them.</source>
      <translation>Nommez des voisins, ou laissez le second champ vide pour tous.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>Or the border of this country, on QGIS's world map</source>
      <translation>Ou la frontière de ce pays, sur la carte du monde de QGIS</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>QGIS's world map has no country “{name}”.</source>
      <translation>La carte du monde de QGIS n’a pas de pays « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>Set the layer's right coordinate reference system.</source>
      <translation>Donnez à la couche son vrai système de coordonnées.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>The bands reach into {names}, of which the file holds no events.</source>
      <translation>Les bandes débordent sur {names}, dont le fichier n’a aucun événement.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>The layer has lines that are nowhere on Earth in its reference system.</source>
      <translation>La couche a des lignes qui, dans son système de coordonnées, ne sont nulle part sur Terre.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>The layer holds no lines.</source>
      <translation>La couche n’a aucune ligne.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>The layer of lines cannot be opened.</source>
      <translation>La couche de lignes ne s’ouvre pas.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>The layer of lines has no field “{name}”.</source>
      <translation>La couche de lignes n’a pas de champ « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>There is no line to count along.</source>
      <translation>Il n’y a pas de ligne le long de laquelle compter.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>Write the name as the map does, such as Mali or Senegal.</source>
      <translation>Écrivez le nom comme la carte, par exemple Mali ou Senegal.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>with these neighbours, separated by ; (empty: all of them)</source>
      <translation>avec ces voisins, séparés par des points-virgules (vide : tous)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>{n} events have no place and are in no band.</source>
      <translation>{n} événements n’ont pas de lieu et ne sont dans aucune bande.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/bandcounts.py" />
      <source>{n} lines</source>
      <translation>{n} lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>{one} and {other} have no common border on land.</source>
      <translation>{one} et {other} n’ont pas de frontière terrestre commune.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/lines.py" />
      <source>{one} has no border on land.</source>
      <translation>{one} n’a pas de frontière terrestre.</translation>
    </message>
  </context>
  <context>
    <name>Basemap</name>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>Borders</source>
      <translation>Frontières</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>Choose a folder that you may write to.</source>
      <translation>Choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>Choose a region layer of your own, or install QGIS's data files again.</source>
      <translation>Choisissez une couche de régions à vous, ou réinstallez les données de QGIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>Countries</source>
      <translation>Pays</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>Delete it; it is made again.</source>
      <translation>Supprimez-le, il sera refait.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>QGIS's own world map is missing or cannot be read.</source>
      <translation>La carte du monde de QGIS manque ou ne peut pas être lue.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>QGIS's world map has no country {code}.</source>
      <translation>La carte du monde de QGIS ne connaît pas le pays {code}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>Regions</source>
      <translation>Régions</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>The base map cannot be written ({reason}).</source>
      <translation>Le fond de carte ne peut pas être écrit ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>The file is no base map: it has no layer {name}.</source>
      <translation>Ce fichier n’est pas un fond de carte : il n’a pas de couche {name}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>Towns</source>
      <translation>Villes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/basemap.py" />
      <source>Use the three-letter code of Natural Earth, such as MLI for Mali.</source>
      <translation>Utilisez le code à trois lettres de Natural Earth, par exemple MLI pour le Mali.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_base.py" />
      <source>all countries</source>
      <translation>tous les pays</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_towns.py" />
      <source>capitals</source>
      <translation>capitales</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_base.py" />
      <source>country of the events</source>
      <translation>pays des événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_towns.py" />
      <source>district seats</source>
      <translation>chefs-lieux de cercle</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_base.py" />
      <source>other countries</source>
      <translation>autres pays</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_towns.py" />
      <source>other towns</source>
      <translation>autres localités</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_towns.py" />
      <source>regional seats</source>
      <translation>chefs-lieux de région</translation>
    </message>
  </context>
  <context>
    <name>Brief</name>
    <message>
      <location filename="../../plugin/gis/brief_data.py" />
      <source>Cancelled; nothing was written.</source>
      <translation>Annulé ; rien n’a été écrit.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/brief_data.py" />
      <source>Choose a layer with the country's regions.</source>
      <translation>Choisissez une couche avec les régions du pays.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/brief_data.py" />
      <source>Switch the plugin off and on again in the plugin manager.</source>
      <translation>Désactivez puis réactivez l’extension dans le gestionnaire d’extensions.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/brief_data.py" />
      <source>The calculation “{name}” is not available.</source>
      <translation>Le calcul « {name} » n’est pas disponible.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/brief_data.py" />
      <source>The country of the brief is not known: no event names one.</source>
      <translation>Le pays de la note n’est pas connu : aucun événement n’en nomme.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/brief_data.py" />
      <source>The place of the ring is not known: add it to the recipe. The ring is left out.</source>
      <translation>Le lieu du périmètre n’est pas connu : ajoutez-le à la recette. Le périmètre est laissé de côté.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/brief.py" />
      <source>The template has no item “credit”; the source is put at the foot.</source>
      <translation>Le modèle n’a pas d’élément « credit » ; la source est mise en bas de page.</translation>
    </message>
  </context>
  <context>
    <name>Buffer counts</name>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>&amp;Distances, km</source>
      <translation>Distances, &amp;km</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>A neighbour, or several with ; between; empty: the borders with all of them</source>
      <translation>Un voisin, ou plusieurs séparés par des points-virgules ; vide : les frontières avec tous</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>A town, or longitude and latitude in degrees: -8.0029, 12.6392</source>
      <translation>Une ville, ou longitude et latitude en degrés : -8.0029, 12.6392</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Add a layer of points or lines to the project.</source>
      <translation>Ajoutez une couche de points ou de lignes au projet.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Along a border</source>
      <translation>Le long d’une frontière</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Along the lines of a layer</source>
      <translation>Le long des lignes d’une couche</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/buffer_counts_dialog.py" />
      <source>Bands of {radii} km along {place}, {rest}</source>
      <translation>Bandes de {radii} km le long de {place}, {rest}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Border of</source>
      <translation>Frontière de</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Centre</source>
      <translation>Centre</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Choose the country whose border it is.</source>
      <translation>Choisissez le pays dont c’est la frontière.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Click on the map to place the rings; drag their cross or their lines</source>
      <translation>Cliquez sur la carte pour placer les périmètres ; tirez leur croix ou leurs lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_half.py" />
      <source>Counts by row</source>
      <translation>Nombres par ligne</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/buffer_counts_dialog.py" />
      <location filename="../../plugin/gui/ring_half.py" />
      <source>Event type</source>
      <translation>Type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_half.py" />
      <source>Events within {radius} km of the line {place}</source>
      <translation>Événements à moins de {radius} km de la ligne {place}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_half.py" />
      <source>Events within {radius} km of {place}</source>
      <translation>{place} : événements à {radius} km au plus</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_half.py" />
      <source>Family</source>
      <translation>Famille</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/buffer_counts_dialog.py" />
      <source>Family of actors</source>
      <translation>Famille d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Field with the names</source>
      <translation>Champ avec les noms</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_half.py" />
      <source>Geodesic distance on WGS 84; {selection}.</source>
      <translation>Distance géodésique sur WGS 84 ; {selection}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_half.py" />
      <source>Group</source>
      <translation>Groupe</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/buffer_counts_dialog.py" />
      <source>Group of actors</source>
      <translation>Groupe d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Layer</source>
      <translation>Couche</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Neighbours</source>
      <translation>Voisins</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>No country is chosen.</source>
      <translation>Aucun pays n’est choisi.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/buffer_counts_dialog.py" />
      <source>Nothing: one line for each ring and period</source>
      <translation>Rien : une ligne par rayon et par période</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>One number for each ring, with commas between</source>
      <translation>Un nombre pour chaque périmètre, séparés par des virgules</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Place</source>
      <translation>Lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Ra&amp;dii, km</source>
      <translation>&amp;Rayons, km</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_half.py" />
      <source>Ratio</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/buffer_counts_dialog.py" />
      <source>Rings of {radii} km round {place}, {rest}</source>
      <translation>Périmètres de {radii} km, {place}, {rest}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Round a place</source>
      <translation>Autour d’un lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Round the points of a layer</source>
      <translation>Autour des points d’une couche</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Set on &amp;map</source>
      <translation>&amp;Placer sur la carte</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/buffer_counts_dialog.py" />
      <source>The answer for the largest ring appears here.</source>
      <translation>La réponse pour le plus grand rayon s’affiche ici.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>The field with the names</source>
      <translation>Le champ avec les noms</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>There is no layer to choose.</source>
      <translation>Il n’y a pas de couche à choisir.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>Whe&amp;re</source>
      <translation>&amp;Où</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_half.py" />
      <source>Where</source>
      <translation>Où</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_where.py" />
      <source>with</source>
      <translation>avec</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_half.py" />
      <source>{period}. {text}</source>
      <translation>{period}. {text}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_map.py" />
      <source>{radius} km</source>
      <translation>{radius} km</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_map.py" />
      <source>{radius} km: {later} ({earlier})</source>
      <translation>{radius} km : {later} ({earlier})</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_half.py" />
      <source>{title}, {period}</source>
      <translation>{title}, {period}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ring_half.py" />
      <source>{title}: {n} in {later}, {m} in {earlier}. {ratio}.</source>
      <translation>{title} : {n} ({later}), {m} ({earlier}). {ratio}.</translation>
    </message>
  </context>
  <context>
    <name>BufferCounts</name>
    <message>
      <location filename="../../plugin/gis/ring_algorithm.py" />
      <source>Break down by</source>
      <translation>Détailler selon</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Buffer counts</source>
      <translation>Comptage par rayon</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Centre</source>
      <translation>Centre</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Centres from a point layer (instead of one centre)</source>
      <translation>Centres d’une couche de points (au lieu d’un seul centre)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/centres.py" />
      <source>Choose another layer, or give one centre.</source>
      <translation>Choisissez une autre couche, ou donnez un seul centre.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Counts the events within each radius of a centre, for each period. Distances are geodesic on the WGS 84 ellipsoid; an event at exactly the radius is inside. With two periods the later is compared with the earlier: ratio of events per day, exact conditional interval and p-value.</source>
      <translation>Compte les événements dans chaque rayon autour d’un centre, pour chaque période. Les distances sont géodésiques, sur l’ellipsoïde WGS 84 ; un événement à la distance exacte du rayon est dedans. Avec deux périodes, la plus récente est comparée à l’autre : rapport des événements par jour, intervalle conditionnel exact et valeur p.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/ring_algorithm.py" />
      <source>Events that were counted</source>
      <translation>Événements comptés</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Events whose geodesic distance (WGS 84) from the centre is at most the radius; {selection}.</source>
      <translation>Événements dont la distance géodésique (WGS 84) au centre est au plus le rayon ; {selection}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Events within {km} km of {place}, {period}</source>
      <translation>Événements à moins de {km} km de {place}, {period}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Field with the centres' names</source>
      <translation>Champ des noms des centres</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Give a point layer of the project, or the path of one.</source>
      <translation>Donnez une couche de points du projet, ou le chemin d’une telle couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <location filename="../../plugin/gis/over_time_algorithm.py" />
      <source>Give longitude,latitude in degrees, such as -8.0029,12.6392.</source>
      <translation>Donnez longitude,latitude en degrés, par exemple -8.0029,12.6392.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/centres.py" />
      <source>Its fields are: {names}.</source>
      <translation>Ses champs sont : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/ring_algorithm.py" />
      <source>Profile of: {title}</source>
      <translation>Profil : {title}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/ring_algorithm.py" />
      <source>Profile: events by distance</source>
      <translation>Profil : événements selon la distance</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Radii in km, separated by commas</source>
      <translation>Rayons en km, séparés par des virgules</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Rings</source>
      <translation>Périmètres</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Rings of {km} km overlap by {area} km².</source>
      <translation>Des périmètres de {km} km se recouvrent sur {area} km².</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>Rings round {place} {when}</source>
      <translation>Périmètres, {place}, {when}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>The layer of centres cannot be opened.</source>
      <translation>La couche des centres ne peut pas être ouverte.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/centres.py" />
      <source>The layer of centres has no field “{name}”.</source>
      <translation>La couche des centres n’a pas de champ « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/centres.py" />
      <source>The layer of centres holds no points.</source>
      <translation>La couche des centres ne contient pas de points.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>The rings reach into {names}, of which the file holds no events.</source>
      <translation>Les périmètres débordent sur {names}, dont le fichier n’a pas d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/ring_algorithm.py" />
      <source>{later} against {earlier}</source>
      <translation>{later} contre {earlier}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <source>{n} centres</source>
      <translation>{n} centres</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <location filename="../../plugin/gis/over_time_algorithm.py" />
      <source>{n} events have no place and are in no ring.</source>
      <translation>Événements sans lieu, dans aucun périmètre : {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/ring_algorithm.py" />
      <source>{n} periods</source>
      <translation>{n} périodes</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result.py" />
      <source>{radius} km of {place}</source>
      <translation>{place}, {radius} km</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/buffercounts.py" />
      <location filename="../../plugin/gis/over_time_algorithm.py" />
      <source>“{text}” is not a point.</source>
      <translation>« {text} » n’est pas un point.</translation>
    </message>
  </context>
  <context>
    <name>BufferCountsDialog</name>
    <message>
      <location filename="../../ui/buffer_counts_dialog.ui" />
      <source>&amp;Load events…</source>
      <translation>&amp;Charger des événements…</translation>
    </message>
    <message>
      <location filename="../../ui/buffer_counts_dialog.ui" />
      <source>Buffer counts</source>
      <translation>Comptage par rayon</translation>
    </message>
    <message>
      <location filename="../../ui/buffer_counts_dialog.ui" />
      <source>Split b&amp;y</source>
      <translation>Détailler &amp;selon</translation>
    </message>
    <message>
      <location filename="../../ui/buffer_counts_dialog.ui" />
      <source>There are no events in this project yet. Load an event file first.</source>
      <translation>Ce projet n’a pas encore d’événements. Chargez d’abord un fichier d’événements.</translation>
    </message>
  </context>
  <context>
    <name>Card</name>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <location filename="../../plugin/gis/styles_tip.py" />
      <source>Actor 1</source>
      <translation>Acteur 1</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <location filename="../../plugin/gis/styles_tip.py" />
      <source>Actor 2</source>
      <translation>Acteur 2</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <location filename="../../plugin/gis/styles_tip.py" />
      <source>Civilian targeting</source>
      <translation>Ciblage de civils</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>Corrected</source>
      <translation>Corrigé</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>Event</source>
      <translation>Événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <location filename="../../plugin/gis/styles_tip.py" />
      <source>Groups</source>
      <translation>Groupes</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <location filename="../../plugin/gis/styles_tip.py" />
      <source>Reported fatalities</source>
      <translation>Morts signalés</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>Scale of source</source>
      <translation>Portée de la source</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <location filename="../../plugin/gis/styles_tip.py" />
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>Tags</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>When</source>
      <translation>Date</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>Where</source>
      <translation>Lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>Written as</source>
      <translation>Type d’origine</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>at the place itself</source>
      <translation>dans la localité même</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>left out of all figures</source>
      <translation>écarté de tous les chiffres</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>near the place, or in the area round it</source>
      <translation>près de la localité, ou dans ses environs</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>not named</source>
      <translation>non nommé</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>nothing</source>
      <translation>rien</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>placed to a region or country only</source>
      <translation>situé seulement dans une région ou un pays</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>placed to the provincial capital or a natural place only</source>
      <translation>situé seulement au chef-lieu de province ou à un lieu naturel</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>scale: {scale}</source>
      <translation>portée : {scale}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>the month is known, not the day</source>
      <translation>le mois est connu, pas le jour</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>the week is known, not the day</source>
      <translation>la semaine est connue, pas le jour</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>to decide: the source has changed it since</source>
      <translation>à trancher : la source l’a modifié depuis</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <location filename="../../plugin/gis/styles_tip.py" />
      <source>unknown</source>
      <translation>nombre inconnu</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <location filename="../../plugin/gis/styles_tip.py" />
      <source>with {names}</source>
      <translation>avec {names}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>yes, as the source has it</source>
      <translation>oui, selon la source</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>yes, derived from the type and the actors</source>
      <translation>oui, déduit du type et des acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <location filename="../../plugin/gis/styles_tip.py" />
      <source>{best} (between {low} and {high})</source>
      <translation>{best} (entre {low} et {high})</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <source>{field}: “{new}” holds, the source has “{old}”</source>
      <translation>{field} : « {new} » fait foi, la source porte « {old} »</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <location filename="../../plugin/gis/styles_tip.py" />
      <source>{label}: {text}</source>
      <translation>{label} : {text}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_card.py" />
      <location filename="../../plugin/gis/styles_tip.py" />
      <source>{start} to {end}</source>
      <translation>du {start} au {end}</translation>
    </message>
  </context>
  <context>
    <name>Caveats</name>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>A change like this is within what chance alone would give.</source>
      <translation>Un tel changement reste dans ce que le hasard seul donnerait.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>By precision of place: {counts}.</source>
      <translation>Selon la précision du lieu : {counts}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>Dated only to a week or month, near an edge of the period: {counts}.</source>
      <translation>Datés seulement à la semaine ou au mois, près d’un bord de la période : {counts}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>Events that name several of the chosen groups, counted once: {counts}.</source>
      <translation>Événements qui nomment plusieurs des groupes choisis, comptés une fois : {counts}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>Events that stand in several rows and count once in all: {counts}.</source>
      <translation>Événements présents dans plusieurs lignes, comptés une fois en tout : {counts}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>Events without a place, in no ring and no region: {n}.</source>
      <translation>Événements sans lieu, dans aucun cercle ni aucune région : {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>Only what the layer shows is counted: {filter}.</source>
      <translation>Seul ce que montre la couche est compté : {filter}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>Provisional in this file, from {day} on: {counts}.</source>
      <translation>Provisoire dans ce fichier à partir du {day} : {counts}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>The file covers {days} of the {all} days of {period}.</source>
      <translation>Le fichier couvre {days} des {all} jours de {period}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>The file does not cover {period}.</source>
      <translation>Le fichier ne couvre pas {period}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>With rulings of analysts: {counts}.</source>
      <translation>Avec les corrections des analystes : {counts}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>{count} in {period}</source>
      <translation>{count} en {period}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>{n} of {all}</source>
      <translation>{n} sur {all}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/caveats.py" />
      <source>{town} in the town, {near} with its surroundings, {all} in all</source>
      <translation>{town} dans la localité, {near} avec ses environs, {all} en tout</translation>
    </message>
  </context>
  <context>
    <name>Chart</name>
    <message>
      <location filename="../../plugin/gui/chart_view.py" />
      <source>Choose another folder.</source>
      <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/radius_chart.py" />
      <source>Events within each radius of the centre, up to {km} km</source>
      <translation>Événements selon le rayon autour du centre, jusqu’à {km} km</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/chart_view.py" />
      <source>The picture cannot be written ({reason}).</source>
      <translation>L’image ne peut pas être écrite ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/chart_view.py" />
      <source>There is no chart to save.</source>
      <translation>Il n’y a pas de graphique à enregistrer.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/radius_chart.py" />
      <source>{n} km</source>
      <translation>{n} km</translation>
    </message>
  </context>
  <context>
    <name>Charts</name>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>Choose a folder that exists and that you may write to.</source>
      <translation>Choisissez un dossier existant où vous pouvez écrire.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/chart_look.py" />
      <source>Install it with QGIS's installer or your system's packages.</source>
      <translation>Installez-la avec l’installateur de QGIS ou les paquets de votre système.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_comparison.py" />
      <source>No events in either period.</source>
      <translation>Aucun événement dans aucune des périodes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_footprint.py" />
      <source>No land with events in either period.</source>
      <translation>Aucun terrain avec des événements dans aucune des périodes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/chart_look.py" />
      <source>The chart cannot be drawn: the Python library matplotlib is missing.</source>
      <translation>Le graphique ne peut pas être dessiné : la bibliothèque Python matplotlib manque.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>The picture cannot be written ({reason}).</source>
      <translation>L’image ne peut pas être écrite ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>all events, each once</source>
      <translation>tous les événements, une fois chacun</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_comparison.py" />
      <source>bold: more than chance (adjusted p &lt; {p})</source>
      <translation>en gras : plus que le hasard (p ajusté &lt; {p})</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>by the same day</source>
      <translation>au même jour</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_comparison.py" />
      <source>events</source>
      <translation>événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_comparison.py" />
      <source>events in 30 days</source>
      <translation>événements en 30 jours</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_rings.py" />
      <source>events within so many km of {place}</source>
      <translation>événements à moins de tant de km de {place}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_rings.py" />
      <source>events; lines: exact 95 % intervals of the counts</source>
      <translation>événements ; traits : intervalles exacts à 95 % des nombres</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>expected, with interval</source>
      <translation>attendus, avec intervalle</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_comparison.py" />
      <location filename="../../plugin/gis/charts_ratio.py" />
      <source>from 0</source>
      <translation>depuis 0</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_footprint.py" />
      <source>in both</source>
      <translation>dans les deux</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_footprint.py" />
      <location filename="../../plugin/gis/charts_footprints.py" />
      <source>km² with recorded events</source>
      <translation>km² avec des événements recensés</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_footprints.py" />
      <source>km² with recorded events, by the radius of the discs in km</source>
      <translation>km² avec des événements recensés, selon le rayon des disques en km</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_ratio.py" />
      <source>later against earlier, per day</source>
      <translation>récente sur antérieure, par jour</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>most in a full earlier year: {n}</source>
      <translation>maximum d’une année antérieure entière : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_footprint.py" />
      <source>newly recorded (only {period})</source>
      <translation>nouvellement recensé (seulement {period})</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>no earlier window in the file</source>
      <translation>aucune fenêtre antérieure dans le fichier</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_footprint.py" />
      <source>no longer recorded (only {period})</source>
      <translation>plus recensé (seulement {period})</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_time_parts.py" />
      <source>not covered</source>
      <translation>non couvert</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_time_parts.py" />
      <source>others ({n})</source>
      <translation>autres ({n})</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>part of the time only</source>
      <translation>une partie du temps seulement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>provisional</source>
      <translation>provisoire</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>rest of the year</source>
      <translation>reste de l’année</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_footprint.py" />
      <source>rows with a smaller footprint, not drawn: {n}</source>
      <translation>lignes d’empreinte plus petite, non dessinées : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_comparison.py" />
      <source>rows with fewer events, not drawn: {n}</source>
      <translation>lignes avec moins d’événements, non dessinées : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>so far</source>
      <translation>jusqu’ici</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_comparison.py" />
      <source>{first} to {last}</source>
      <translation>{first} à {last}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>{months} months until each day</source>
      <translation>{months} mois jusqu’à chaque jour</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_rows.py" />
      <source>{n} smaller rows are not drawn</source>
      <translation>{n} lignes plus petites ne sont pas dessinées</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_over_time.py" />
      <source>{period}: {n}</source>
      <translation>{period} : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_rings.py" />
      <source>{radius} km</source>
      <translation>{radius} km</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/charts_ratio.py" />
      <source>× {ratio}</source>
      <translation>× {ratio}</translation>
    </message>
  </context>
  <context>
    <name>Checklist</name>
    <message>
      <location filename="../../plugin/gui/checklist.py" />
      <source> + {n}</source>
      <translation> + {n}</translation>
    </message>
  </context>
  <context>
    <name>Choices</name>
    <message>
      <location filename="../../plugin/gui/choices.py" />
      <source>Choose a town, pick on the map, or write longitude, latitude: -8.0029, 12.6392</source>
      <translation>Choisissez une ville, pointez sur la carte, ou écrivez longitude, latitude : -8.0029, 12.6392</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/choices.py" />
      <location filename="../../plugin/gui/selection_choices.py" />
      <location filename="../../plugin/gui/selection_widget.py" />
      <source>Everyone</source>
      <translation>Tous</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/choices.py" />
      <source>No centre is chosen.</source>
      <translation>Aucun centre n’est choisi.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/choices.py" />
      <source>There is no such point on Earth: longitude {x}, latitude {y}.</source>
      <translation>Ce point n’existe pas sur Terre : longitude {x}, latitude {y}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/choices.py" />
      <source>Write degrees, longitude first: -8.0029, 12.6392</source>
      <translation>Écrivez des degrés, la longitude d’abord : -8.0029, 12.6392</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/choices.py" />
      <source>{group} and the groups under it</source>
      <translation>{group} et les groupes qui s’y rattachent</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/choices.py" />
      <source>“{text}” is no town of the list and no pair of coordinates.</source>
      <translation>« {text} » n’est ni une ville de la liste ni une paire de coordonnées.</translation>
    </message>
  </context>
  <context>
    <name>Columns</name>
    <message>
      <location filename="../../plugin/core/formats/columns.py" />
      <source>As given: {names}.</source>
      <translation>Indiqué : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/columns.py" />
      <source>Choose from: {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/columns.py" />
      <source>Give it like this: {example}.</source>
      <translation>Donnez-le ainsi : {example}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/columns.py" />
      <source>Guessed: {names}.</source>
      <translation>Supposé : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/columns.py" />
      <source>It has: {names}.</source>
      <translation>Il y a : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/columns.py" />
      <source>It is no JSON object of texts.</source>
      <translation>Ce n’est pas un objet JSON de textes.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/columns.py" />
      <source>It is no JSON: {reason}.</source>
      <translation>Ce n’est pas du JSON : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/columns.py" />
      <source>The events are known by their row numbers only: no update can follow them.</source>
      <translation>Les événements ne sont connus que par leur numéro de ligne : aucune mise à jour ne peut les suivre.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/columns.py" />
      <source>The file has no column “{name}”.</source>
      <translation>Le fichier n’a pas de colonne « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/columns.py" />
      <source>There is no canonical column {names}.</source>
      <translation>Il n’y a pas de colonne canonique {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/column_guess.py" />
      <source>its name</source>
      <translation>son nom</translation>
    </message>
    <message>
      <location filename="../../plugin/core/column_guess.py" />
      <source>its name in French</source>
      <translation>son nom en français</translation>
    </message>
    <message>
      <location filename="../../plugin/core/column_guess.py" />
      <source>its name, cut to ten characters</source>
      <translation>son nom, coupé à dix caractères</translation>
    </message>
    <message>
      <location filename="../../plugin/core/column_guess.py" />
      <source>its values are dates</source>
      <translation>ses valeurs sont des dates</translation>
    </message>
    <message>
      <location filename="../../plugin/core/column_guess.py" />
      <source>its values are degrees of latitude</source>
      <translation>ses valeurs sont des degrés de latitude</translation>
    </message>
    <message>
      <location filename="../../plugin/core/column_guess.py" />
      <source>its values are degrees, and the latitude is known</source>
      <translation>ses valeurs sont des degrés, et la latitude est connue</translation>
    </message>
    <message>
      <location filename="../../plugin/core/column_guess.py" />
      <source>its values are degrees, some beyond 90</source>
      <translation>ses valeurs sont des degrés, certaines au-delà de 90</translation>
    </message>
    <message>
      <location filename="../../plugin/core/column_guess.py" />
      <source>its values are event types</source>
      <translation>ses valeurs sont des types d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/column_guess.py" />
      <source>its values look like ids of events</source>
      <translation>ses valeurs ressemblent à des identifiants d’événements</translation>
    </message>
  </context>
  <context>
    <name>Columns in words</name>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Actor 1</source>
      <translation>Acteur 1</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Actor 2</source>
      <translation>Acteur 2</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Civilian targeting</source>
      <translation>Ciblage de civils</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Commune (admin 3)</source>
      <translation>Commune (admin 3)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Country, ISO number</source>
      <translation>Pays, numéro ISO</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Data set</source>
      <translation>Jeu de données</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Disorder type</source>
      <translation>Nature du désordre</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>District (admin 2)</source>
      <translation>Cercle ou district (admin 2)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Event id</source>
      <translation>Identifiant</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Event type</source>
      <translation>Type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Fatalities</source>
      <translation>Morts</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Fatalities, at least</source>
      <translation>Morts, au moins</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Fatalities, at most</source>
      <translation>Morts, au plus</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Interaction</source>
      <translation>Interaction</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Kind of actor 1</source>
      <translation>Nature de l’acteur 1</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Kind of actor 2</source>
      <translation>Nature de l’acteur 2</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Last date</source>
      <translation>Dernier jour</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Latitude</source>
      <translation>Latitude</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Longitude</source>
      <translation>Longitude</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Notes</source>
      <translation>Notes</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Place</source>
      <translation>Localité</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Precision of the date</source>
      <translation>Précision de la date</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Precision of the place</source>
      <translation>Précision du lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Region (admin 1)</source>
      <translation>Région (admin 1)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Scale of the source</source>
      <translation>Portée de la source</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Sub-event type</source>
      <translation>Sous-type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Tags</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Time stamp</source>
      <translation>Horodatage</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>With actor 1</source>
      <translation>Avec l’acteur 1</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>With actor 2</source>
      <translation>Avec l’acteur 2</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>World region</source>
      <translation>Région du monde</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/column_words.py" />
      <source>Year</source>
      <translation>Année</translation>
    </message>
  </context>
  <context>
    <name>Columns panel</name>
    <message>
      <location filename="../../plugin/gui/load_columns.py" />
      <source>Cha&amp;nge columns</source>
      <translation>Modifier les colo&amp;nnes</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_columns.py" />
      <source>Choose what the columns are taken for.</source>
      <translation>Choisissez le sens des colonnes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_columns.py" />
      <source>First rows, and what each column is ta&amp;ken for</source>
      <translation>Premières li&amp;gnes, et sens de chaque colonne</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_columns.py" />
      <source>Still needed: {names}. Choose it in the first line, above the column that holds it.</source>
      <translation>Manque encore : {names}. Choisissez sur la première ligne, au-dessus de la colonne voulue.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_columns.py" />
      <source>The file has no i&amp;ds: number the rows (an update cannot follow them)</source>
      <translation>Identifiants a&amp;bsents : numéroter les lignes (une mise à jour ne pourra pas les suivre)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_columns.py" />
      <source>{n} columns were guessed. Check them in the first line; point at one to see why.</source>
      <translation>Colonnes supposées : {n}. Vérifiez-les sur la première ligne ; pointez-en une pour savoir pourquoi.</translation>
    </message>
  </context>
  <context>
    <name>Compare periods</name>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>Chart</source>
      <translation>Graphique</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>Comparison by {what}, {rest}</source>
      <translation>Comparaison par {what}, {rest}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>Event type</source>
      <translation>Type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>Events in all rows together</source>
      <translation>Événements de toutes les lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>Events of both periods, row by row, with their intervals</source>
      <translation>Événements des deux périodes, ligne par ligne, avec leurs intervalles</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>Family of actors</source>
      <translation>Famille d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>Group of actors</source>
      <translation>Groupe d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>Region</source>
      <translation>Région</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>Table</source>
      <translation>Table</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>The counts of both periods appear here.</source>
      <translation>Les nombres des deux périodes s’affichent ici.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>Zone (north, centre, south)</source>
      <translation>Zone (nord, centre, sud)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>all events, {period}</source>
      <translation>tous les événements, {period}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>the file’s own column admin1</source>
      <translation>la colonne admin1 du fichier</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>where their points lie</source>
      <translation>l’endroit où tombent leurs points</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>{n} %</source>
      <translation>{n} %</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/compare_periods_dialog.py" />
      <source>{title}, earlier years</source>
      <translation>{title}, années précédentes</translation>
    </message>
  </context>
  <context>
    <name>ComparePeriods</name>
    <message>
      <location filename="../../plugin/gis/comparing.py" />
      <source>(no zone)</source>
      <translation>(sans zone)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/comparing.py" />
      <source>Compare by region, or add the regions to resources/regions.csv.</source>
      <translation>Comparez par région, ou ajoutez les régions à resources/regions.csv.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>Compare periods</source>
      <translation>Comparer des périodes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>Comparison</source>
      <translation>Comparaison</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>Confidence of the intervals</source>
      <translation>Niveau de confiance des intervalles</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>Earlier years, for the table of the same days</source>
      <translation>Années précédentes, pour la table des mêmes jours</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>Events of two periods by region, zone, group or type: change of counts, ratio of events per day with its exact conditional interval and p-value, the same widened by the dispersion of the weekly counts, and p-values adjusted for many rows (Benjamini-Hochberg). On request also the later period beside the same days of earlier years, which shows what the season does.</source>
      <translation>Événements de deux périodes par région, zone, groupe ou type : variation des nombres, rapport des événements par jour avec son intervalle conditionnel exact et sa valeur p, les mêmes élargis par la dispersion des nombres hebdomadaires, et valeurs p ajustées pour de nombreuses lignes (Benjamini-Hochberg). Sur demande, aussi la période récente à côté des mêmes jours des années précédentes, ce qui montre l’effet de la saison.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/comparing.py" />
      <source>Events per day, later over earlier period, exact conditional interval; {selection}.</source>
      <translation>Événements par jour, période récente sur période antérieure, intervalle conditionnel exact ; {selection}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>Events that were counted</source>
      <translation>Événements comptés</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/comparing.py" />
      <source>No zone is known for these regions.</source>
      <translation>Aucune zone n’est connue pour ces régions.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>Rows</source>
      <translation>Lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>Same days of earlier years</source>
      <translation>Mêmes jours des années précédentes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>Same days of earlier years: {title}</source>
      <translation>Mêmes jours des années précédentes : {title}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>The data cover no earlier year’s days of {period}.</source>
      <translation>Les données ne couvrent les jours de {period} dans aucune année précédente.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>by event type</source>
      <translation>par type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>by family</source>
      <translation>par famille</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>by group</source>
      <translation>par groupe</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>by region</source>
      <translation>par région</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>by zone</source>
      <translation>par zone</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>{later} against {earlier} {rows}</source>
      <translation>{later} contre {earlier} {rows}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/compareperiods.py" />
      <source>{n} times an event stands in more than one row; (all) counts each once.</source>
      <translation>Événements présents dans plusieurs lignes : {n} fois ; (all) compte chacun une fois.</translation>
    </message>
  </context>
  <context>
    <name>ComparePeriodsDialog</name>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>&amp;Load events…</source>
      <translation>&amp;Charger des événements…</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>Beside it, the s&amp;ame days of earlier years</source>
      <translation>À côté, les mêmes &amp;jours des années précédentes</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>Compare b&amp;y</source>
      <translation>Comparer &amp;selon</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>Compare periods</source>
      <translation>Comparer des périodes</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>Confi&amp;dence</source>
      <translation>Con&amp;fiance</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>Events of two periods side by side, with the change per day and how sure it is.</source>
      <translation>Les événements de deux périodes côte à côte, avec la variation par jour et son degré de certitude.</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>How often intervals made this way hold the true ratio</source>
      <translation>La fréquence à laquelle de tels intervalles contiennent le vrai rapport</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>Na&amp;mes in</source>
      <translation>C&amp;hamp des noms</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>Pla&amp;ced by</source>
      <translation>Situés pa&amp;r</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>The column with the regions' names</source>
      <translation>La colonne des noms de régions</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>There are no events in this project yet. Load an event file first.</source>
      <translation>Ce projet n’a pas encore d’événements. Chargez d’abord un fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>What says in which region an event lies</source>
      <translation>Ce qui dit dans quelle région se trouve un événement</translation>
    </message>
    <message>
      <location filename="../../ui/compare_periods_dialog.ui" />
      <source>Whe&amp;re</source>
      <translation>&amp;Où</translation>
    </message>
  </context>
  <context>
    <name>CompareSnapshots</name>
    <message>
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>Changes</source>
      <translation>Changements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>Changes from {old} to {new}</source>
      <translation>Changements de {old} à {new}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>Compare snapshots</source>
      <translation>Comparer deux états</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>Events added, changed and removed, as coded by the source.</source>
      <translation>Événements ajoutés, modifiés et supprimés, tels que la source les a codés.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>Lists which events were added, changed (which fields, old and new) and removed between two event layers or stores, as the source coded them. Neither is touched. Events that lie outside the dates, countries, event types and datasets of the newer one are marked: it cannot say that they are gone.</source>
      <translation>Liste les événements ajoutés, modifiés (quels champs, ancienne et nouvelle valeur) et supprimés entre deux couches ou bases d’événements, tels que la source les a codés. Aucune n’est modifiée. Les événements hors des dates, pays, types et jeux de données de la plus récente sont signalés : elle ne peut pas dire s’ils ont disparu.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>Newer events</source>
      <translation>Événements récents</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>Older events</source>
      <translation>Événements anciens</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>Only one of the two has the columns {names}: not compared.</source>
      <translation>Une seule des deux a les colonnes {names} : non comparées.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>outside what the newer events cover</source>
      <translation>hors de ce que couvrent les événements récents</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/comparesnapshots.py" />
      <source>{added} added, {changed} changed, {removed} removed ({outside} of them outside what the newer events cover), {unchanged} unchanged.</source>
      <translation>Ajoutés : {added}, modifiés : {changed}, supprimés : {removed} (dont {outside} hors de ce que couvrent les événements récents), inchangés : {unchanged}.</translation>
    </message>
  </context>
  <context>
    <name>Comparison</name>
    <message>
      <location filename="../../plugin/gui/load_comparison.py" />
      <source>I have looked at this: go on all the same</source>
      <translation>J’ai vérifié : continuer quand même</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_comparison.py" />
      <source>Show each chan&amp;ge</source>
      <translation>Afficher cha&amp;que changement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/comparison.py" />
      <location filename="../../plugin/core/counts_over_time.py" />
      <source>There are events under names that have no row: {names}.</source>
      <translation>Des événements portent des noms sans ligne : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_comparison.py" />
      <source>What the update has done to the store's events</source>
      <translation>Ce que la mise à jour a fait aux événements de la base</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_comparison.py" />
      <source>What the update will do to the store's events; nothing is done yet</source>
      <translation>Ce que la mise à jour fera aux événements de la base ; rien n’est encore fait</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_comparison.py" />
      <source>added</source>
      <translation>ajoutés</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_comparison.py" />
      <source>changed</source>
      <translation>modifiés</translation>
    </message>
    <message>
      <location filename="../../plugin/core/comparison.py" />
      <source>dispersion could not be measured</source>
      <translation>la dispersion n’a pas pu être mesurée</translation>
    </message>
    <message>
      <location filename="../../plugin/core/comparison.py" />
      <source>events with unknown fatalities: {n}</source>
      <translation>événements au nombre de morts inconnu : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/comparison.py" />
      <source>from 0</source>
      <translation>depuis 0</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_comparison.py" />
      <source>left: newer in the store</source>
      <translation>laissés : plus récents dans la base</translation>
    </message>
    <message>
      <location filename="../../plugin/core/comparison.py" />
      <source>no events</source>
      <translation>aucun événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/comparison.py" />
      <location filename="../../plugin/core/counts_over_time.py" />
      <source>not covered by the data</source>
      <translation>non couvert par les données</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_comparison.py" />
      <source>removed</source>
      <translation>supprimés</translation>
    </message>
    <message>
      <location filename="../../plugin/core/comparison.py" />
      <location filename="../../plugin/core/rings.py" />
      <source>the periods overlap</source>
      <translation>les périodes se chevauchent</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_comparison.py" />
      <source>unchanged</source>
      <translation>inchangés</translation>
    </message>
    <message>
      <location filename="../../plugin/core/comparison.py" />
      <location filename="../../plugin/core/year_pace.py" />
      <source>{covered} of {days} days covered by the data</source>
      <translation>{covered} jours sur {days} couverts par les données</translation>
    </message>
    <message>
      <location filename="../../plugin/core/comparison.py" />
      <source>{period}: {note}</source>
      <translation>{period} : {note}</translation>
    </message>
  </context>
  <context>
    <name>Comparison table</name>
    <message>
      <location filename="../../plugin/gui/comparison_table.py" />
      <source>All</source>
      <translation>Tous</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_table.py" />
      <source>adjusted p</source>
      <translation>p ajusté</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_table.py" />
      <source>from 0</source>
      <translation>depuis 0</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_table.py" />
      <source>interval</source>
      <translation>intervalle</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_table.py" />
      <source>ratio</source>
      <translation>rapport</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_table.py" />
      <source>× {ratio}</source>
      <translation>× {ratio}</translation>
    </message>
  </context>
  <context>
    <name>Comparison words</name>
    <message>
      <location filename="../../plugin/gui/comparison_words.py" />
      <source>({n} as coded by the source)</source>
      <translation>({n} selon le codage de la source)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_words.py" />
      <source>From 0. Per day at least × {low} ({percent} % interval), p {p}</source>
      <translation>Depuis 0. Par jour au moins × {low} (intervalle à {percent} %), p {p}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_words.py" />
      <source>No events in either period.</source>
      <translation>Aucun événement dans aucune des périodes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_words.py" />
      <source>The file covers no earlier year’s days.</source>
      <translation>Le fichier ne couvre ces jours dans aucune année précédente.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_words.py" />
      <source>The file does not cover {period}.</source>
      <translation>Le fichier ne couvre pas {period}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_words.py" />
      <source>{later} events in {later_period}, {earlier} in {earlier_period}. {rest}</source>
      <translation>{later} événements ({later_period}), {earlier} ({earlier_period}). {rest}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_words.py" />
      <source>{low} to {high}</source>
      <translation>{low} à {high}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/comparison_words.py" />
      <source>× {ratio} per day ({percent} % interval {low} to {high}), p {p}</source>
      <translation>× {ratio} par jour (intervalle à {percent} % de {low} à {high}), p {p}</translation>
    </message>
  </context>
  <context>
    <name>Constants</name>
    <message>
      <location filename="../../plugin/gui/constants_list.py" />
      <source>Add a &amp;value for all rows</source>
      <translation>Ajouter une &amp;valeur pour toutes les lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/constants_list.py" />
      <source>Column that is the same for all rows</source>
      <translation>Colonne identique pour toutes les lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/constants_list.py" />
      <source>For what the file does not hold, such as the country in a file of one country.</source>
      <translation>Pour ce que le fichier ne contient pas, comme le pays dans le fichier d’un seul pays.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/constants_list.py" />
      <source>Take this value out</source>
      <translation>Enlever cette valeur</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/constants_list.py" />
      <source>The same for all rows:</source>
      <translation>Identique pour toutes les lignes :</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/constants_list.py" />
      <source>Value for all rows</source>
      <translation>Valeur pour toutes les lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/constants_list.py" />
      <source>Value, such as Mali</source>
      <translation>Valeur, par exemple Mali</translation>
    </message>
  </context>
  <context>
    <name>CountsOverTime</name>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>Chart</source>
      <translation>Graphique</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>Counts over time</source>
      <translation>Nombres dans le temps</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>Events and reported fatalities by day, week, month, quarter, half-year or year, by region, zone, group or type if asked. Weeks begin on Monday. A step that the file covers in part says how many days were counted; one that it does not cover has no count. The last eight weeks of the file are provisional.</source>
      <translation>Événements et morts signalés par jour, semaine, mois, trimestre, semestre ou année, et si on le demande par région, zone, groupe ou type. Les semaines commencent le lundi. Un pas que le fichier couvre en partie dit combien de jours ont été comptés ; un pas qu’il ne couvre pas n’a pas de nombre. Les huit dernières semaines du fichier sont provisoires.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>Events by day</source>
      <translation>Événements par jour</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>Events by half-year</source>
      <translation>Événements par semestre</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>Events by month</source>
      <translation>Événements par mois</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>Events by quarter</source>
      <translation>Événements par trimestre</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>Events by week</source>
      <translation>Événements par semaine</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>Events by year</source>
      <translation>Événements par année</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>Rows</source>
      <translation>Lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>Step</source>
      <translation>Pas</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>{n} times an event stands in more than one row; (all) counts each once.</source>
      <translation>{n} fois un événement est dans plus d’une ligne ; (all) compte chacun une fois.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/countsovertime.py" />
      <source>{title}, with reported fatalities; {selection}</source>
      <translation>{title}, avec les morts signalés ; {selection}</translation>
    </message>
  </context>
  <context>
    <name>CountsOverTimeDialog</name>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>&amp;Count by</source>
      <translation>&amp;Compter par</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>&amp;Load events…</source>
      <translation>C&amp;harger des événements…</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>A number of kilometres</source>
      <translation>Un nombre de kilomètres</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>A town, or longitude and latitude in degrees: -8.0029, 12.6392</source>
      <translation>Une ville, ou longitude et latitude en degrés : -8.0029, 12.6392</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Co&amp;lumn</source>
      <translation>C&amp;hamp</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Counts</source>
      <translation>Nombres</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Every earlier window of 12 months</source>
      <translation>Toutes les fenêtres antérieures de 12 mois</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Over time</source>
      <translation>Dans le temps</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Pick on &amp;map</source>
      <translation>&amp;Pointer sur la carte</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Place</source>
      <translation>Lieu</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Ra&amp;dius, km</source>
      <translation>&amp;Rayon, km</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Regions &amp;from</source>
      <translation>Régions d&amp;e</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Sp&amp;an</source>
      <translation>&amp;Jours montrés</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Split b&amp;y</source>
      <translation>Détailler &amp;selon</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Tables</source>
      <translation>Tables</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>The column with the regions' names</source>
      <translation>La colonne des noms de régions</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>The days that the counts and their chart show; records and the projection always look at the whole file</source>
      <translation>Les jours que montrent les nombres et leur graphique ; records et projection regardent toujours tout le fichier</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>There are no events in this project yet. Load an event file first.</source>
      <translation>Ce projet n’a pas encore d’événements. Chargez d’abord un fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Whe&amp;re</source>
      <translation>&amp;Où</translation>
    </message>
    <message>
      <location filename="../../ui/counts_over_time_dialog.ui" />
      <source>Years, with the projection</source>
      <translation>Années, avec la projection</translation>
    </message>
  </context>
  <context>
    <name>Coverage</name>
    <message>
      <location filename="../../plugin/gui/load_coverage.py" />
      <source>Correct…</source>
      <translation>Corriger…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_coverage.py" />
      <source>From</source>
      <translation>Du</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_coverage.py" />
      <source>From the first of the month of the first event to the last event. Days outside count as not covered, not as quiet.</source>
      <translation>Du premier du mois du premier événement au dernier événement. Les jours en dehors comptent comme non couverts, pas comme calmes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/coverage.py" />
      <source>Look in its table coverage for what it has.</source>
      <translation>Voyez dans sa table « coverage » ce qu’elle contient.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_coverage.py" />
      <source>Save</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_coverage.py" />
      <source>The file covers {start} to {end}.</source>
      <translation>Le fichier couvre la période du {start} au {end}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/coverage.py" />
      <source>The store has no events of {dataset} in {country}.</source>
      <translation>La base n’a pas d’événements de {dataset} pour ce pays : {country}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_coverage.py" />
      <source>to</source>
      <translation>au</translation>
    </message>
  </context>
  <context>
    <name>Date question</name>
    <message>
      <location filename="../../plugin/gui/load_dates.py" />
      <source>Day fi&amp;rst: {example}</source>
      <translation>&amp;Jour d’abord : {example}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_dates.py" />
      <source>M&amp;onth first: {example}</source>
      <translation>M&amp;ois d’abord : {example}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_dates.py" />
      <source>Rows that are written the other way, such as {day} or {month}, will be rejected.</source>
      <translation>Les lignes écrites de l’autre façon, comme {day} ou {month}, seront rejetées.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_dates.py" />
      <source>The dates of this file are written in two ways. Which one is meant?</source>
      <translation>Les dates de ce fichier sont écrites de deux façons. Laquelle est voulue ?</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_dates.py" />
      <source>The dates of this file can be read in two ways. Which one is meant?</source>
      <translation>Les dates de ce fichier peuvent se lire de deux façons. Laquelle est voulue ?</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_dates.py" />
      <source>no date</source>
      <translation>aucune date</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_dates.py" />
      <source>{written} is {read}</source>
      <translation>{written} est lu {read}</translation>
    </message>
  </context>
  <context>
    <name>Dates</name>
    <message>
      <location filename="../../plugin/core/dates.py" />
      <source>, such as {text}</source>
      <translation>, par exemple {text}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/dates.py" />
      <source>Choose one of: {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/dates.py" />
      <source>Choose the order of day and month (DATE_ORDER dmy or mdy).</source>
      <translation>Choisissez l’ordre du jour et du mois (DATE_ORDER dmy ou mdy).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/dates.py" />
      <source>Some dates have the day first, others the month{example}.</source>
      <translation>Certaines dates ont le jour en premier, d’autres le mois{example}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/dates.py" />
      <source>The dates do not tell whether the day or the month comes first{example}.</source>
      <translation>Les dates ne disent pas si le jour ou le mois vient en premier{example}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/dates.py" />
      <source>“{value}” is not an order of day and month.</source>
      <translation>« {value} » n’est pas un ordre du jour et du mois.</translation>
    </message>
  </context>
  <context>
    <name>DecideRuling</name>
    <message>
      <location filename="../../plugin/gis/algorithms/decideruling.py" />
      <source>Decide on a ruling</source>
      <translation>Trancher une correction</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/decideruling.py" />
      <source>Field</source>
      <translation>Champ</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/decideruling.py" />
      <source>Id of the event</source>
      <translation>Identifiant de l’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/decideruling.py" />
      <source>Name of who decides</source>
      <translation>Nom de qui tranche</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/decideruling.py" />
      <source>No ruling on {field} of {event} is in force.</source>
      <translation>Aucune correction de {field} de {event} n’est en vigueur.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/decideruling.py" />
      <source>Settles a ruling whose field the source has changed since (“List rulings” shows it as conflict): keep makes the ruling again in your name, beside the source's new value; source withdraws it, so that the source's value holds. A ruling without a conflict can be withdrawn in the same way. Nothing is deleted.</source>
      <translation>Règle une correction dont la source a modifié le champ depuis (« Lister les corrections » la montre comme « conflict ») : « keep » la refait en votre nom, à côté de la nouvelle valeur de la source ; « source » la retire, et la valeur de la source fait foi. Une correction sans conflit peut être retirée de même. Rien n’est effacé.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/decideruling.py" />
      <source>Value that holds</source>
      <translation>Valeur qui fait foi</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/decideruling.py" />
      <source>What holds: keep the ruling, or take the source's value</source>
      <translation>Ce qui fait foi : garder la correction, ou prendre la valeur de la source</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/decideruling.py" />
      <source>{event}, {field}: “{value}” holds.</source>
      <translation>{event}, {field} : « {value} » fait foi.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/decideruling.py" />
      <source>“List rulings” shows those that are; decide keep or source.</source>
      <translation>« Lister les corrections » montre celles qui le sont ; choisissez « keep » ou « source ».</translation>
    </message>
  </context>
  <context>
    <name>Deletions</name>
    <message>
      <location filename="../../plugin/core/deletions.py" />
      <source>Check the path.</source>
      <translation>Vérifiez le chemin.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/deletions.py" />
      <source>Give a text file with one id a line, or a table with a column event_id_cnty.</source>
      <translation>Donnez un fichier texte avec un identifiant par ligne, ou une table avec une colonne event_id_cnty.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/deletions.py" />
      <source>It is not known which column of the list holds the ids: {names}.</source>
      <translation>On ne sait pas quelle colonne de la liste contient les identifiants : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/deletions.py" />
      <source>Name it event_id_cnty, or give one id a line.</source>
      <translation>Nommez-la event_id_cnty, ou donnez un identifiant par ligne.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/deletions.py" />
      <source>The list of deleted events cannot be opened: {reason}.</source>
      <translation>La liste des événements supprimés ne peut pas être ouverte : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/deletions.py" />
      <source>The list of deleted events holds no ids.</source>
      <translation>La liste des événements supprimés ne contient aucun identifiant.</translation>
    </message>
  </context>
  <context>
    <name>Dialog</name>
    <message>
      <location filename="../../plugin/gui/dialog.py" />
      <source>Cancelled.</source>
      <translation>Annulé.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/dialog.py" />
      <source>Details</source>
      <translation>Détails</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/dialog.py" />
      <source>Done.</source>
      <translation>Terminé.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/dialog.py" />
      <source>Run</source>
      <translation>Exécuter</translation>
    </message>
  </context>
  <context>
    <name>DialogFoot</name>
    <message>
      <location filename="../../ui/dialog_foot.ui" />
      <source>&amp;Help</source>
      <translation>&amp;Aide</translation>
    </message>
    <message>
      <location filename="../../ui/dialog_foot.ui" />
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="../../ui/dialog_foot.ui" />
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <location filename="../../ui/dialog_foot.ui" />
      <source>Run</source>
      <translation>Exécuter</translation>
    </message>
    <message>
      <location filename="../../ui/dialog_foot.ui" />
      <source>Save &amp;in</source>
      <translation>Enregistrer &amp;dans</translation>
    </message>
  </context>
  <context>
    <name>Earlier years</name>
    <message>
      <location filename="../../plugin/core/earlier_years.py" />
      <source>Same days of earlier years: {counts}</source>
      <translation>Mêmes jours des années précédentes : {counts}</translation>
    </message>
  </context>
  <context>
    <name>Event card</name>
    <message>
      <location filename="../../plugin/gui/card_html.py" />
      <source>1 event at {place}</source>
      <translation>1 événement : {place}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_card_dialog.py" />
      <source>Click on a mark on the map: its events are shown here.</source>
      <translation>Cliquez sur un symbole de la carte : ses événements s’affichent ici.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_card_dialog.py" />
      <source>Event card</source>
      <translation>Fiche d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_card_dialog.py" />
      <source>No event here. Click on a mark on the map.</source>
      <translation>Aucun événement ici. Cliquez sur un symbole de la carte.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_card_dialog.py" />
      <source>No layer of events is switched on. Load an event file, or switch its layer on.</source>
      <translation>Aucune couche d’événements n’est affichée. Chargez un fichier d’événements, ou affichez sa couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_card_dialog.py" />
      <source>This event is no longer in its layer.</source>
      <translation>Cet événement n’est plus dans sa couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_card_dialog.py" />
      <source>this place</source>
      <translation>ce lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/card_html.py" />
      <source>{n} events at {place}: {index} of {n}</source>
      <translation>{n} événements : {place} ({index} sur {n})</translation>
    </message>
  </context>
  <context>
    <name>Event filter</name>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>A layer of this kind ({kind}) has no filters: load the events into an event store.</source>
      <translation>Une couche de ce genre ({kind}) n’a pas de filtre : chargez les événements dans une base.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_filter.py" />
      <source>All {n} events show</source>
      <translation>Tous les événements sont affichés : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>Choose whether to replace it, or to keep it and add to it.</source>
      <translation>Choisissez : le remplacer, ou le garder et y ajouter.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>Look in View &gt; Panels &gt; Log Messages for the reason.</source>
      <translation>Voyez la raison dans Vue &gt; Panneaux &gt; Journal des messages.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>QGIS did not take the filter.</source>
      <translation>QGIS n’a pas accepté le filtre.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>The column {name} holds text, no numbers.</source>
      <translation>La colonne {name} contient du texte, pas des nombres.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>The dates are written as text that is not year-month-day.</source>
      <translation>Les dates sont écrites en texte, mais pas en année-mois-jour.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>The groups under {name} are not known here.</source>
      <translation>Les groupes de {name} ne sont pas connus ici.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>The layer cannot be read: check that its file is still there.</source>
      <translation>La couche ne peut pas être lue : vérifiez que son fichier est toujours là.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>The layer does not have: {names}.</source>
      <translation>La couche n’a pas : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>The layer has a filter of its own.</source>
      <translation>La couche a un filtre à elle.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>The layer is being edited: save the edits or stop editing, then filter.</source>
      <translation>La couche est en édition : enregistrez ou quittez l’édition, puis filtrez.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>The layer's own filter is a whole query: clear it in QGIS's query builder first.</source>
      <translation>Le filtre de la couche est une requête entière : effacez-le d’abord dans le constructeur de requête de QGIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_filters.py" />
      <source>This is no layer of events: it lacks the columns {names}.</source>
      <translation>Ce n’est pas une couche d’événements : il lui manque les colonnes {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_filter.py" />
      <source>What is kept of the layer's filter cannot be read ({reason}).</source>
      <translation>Ce qui est gardé du filtre de la couche ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_filter.py" />
      <source>with the text “{text}”</source>
      <translation>avec le texte « {text} »</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_filter.py" />
      <source>{n} events show</source>
      <translation>Événements affichés : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_filter.py" />
      <source>{n} of {all} events show</source>
      <translation>Événements affichés : {n} sur {all}</translation>
    </message>
  </context>
  <context>
    <name>Event list</name>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>All that the source says of the event</source>
      <translation>Tout ce que la source dit de l’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list.py" />
      <source>Ask a number for its events: they are listed here.</source>
      <translation>Demandez ses événements à un nombre : ils s’affichent ici.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list.py" />
      <source>Copied: {n} lines.</source>
      <translation>Copié : {n} lignes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>Copy the list as text and as a table; several selected lines: only those</source>
      <translation>Copier la liste comme texte et comme tableau ; si plusieurs lignes sont sélectionnées, elles seules</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>Correct…</source>
      <translation>Corriger…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list.py" />
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>Events behind a number</source>
      <translation>Événements derrière un nombre</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>No events: the number is 0.</source>
      <translation>Aucun événement : le nombre est 0.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>Read card</source>
      <translation>Lire la fiche</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list.py" />
      <source>Reading the events of a number</source>
      <translation>Lecture des événements d’un nombre</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list.py" />
      <source>Reading the events…</source>
      <translation>Lecture des événements…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>Rule on the event, with a reason: what is wrong in it, or leave it out</source>
      <translation>Décider de l’événement, avec un motif : ce qui y est faux, ou l’écarter</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>Save CSV…</source>
      <translation>Enregistrer CSV…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list.py" />
      <source>Save the events as CSV</source>
      <translation>Enregistrer les événements en CSV</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>Save the listed events as a file</source>
      <translation>Enregistrer les événements affichés dans un fichier</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list.py" />
      <source>Saved: {name}</source>
      <translation>Enregistré : {name}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>Show the place of the event on the map</source>
      <translation>Montrer le lieu de l’événement sur la carte</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list.py" />
      <source>The file cannot be written ({reason}).</source>
      <translation>Le fichier ne peut pas être écrit ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list_page.py" />
      <source>Zoom</source>
      <translation>Zoom</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_list.py" />
      <source>{n} of the events are no longer in the layer.</source>
      <translation>{n} des événements ne sont plus dans la couche.</translation>
    </message>
  </context>
  <context>
    <name>Event table</name>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>1 event</source>
      <translation>1 événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>1: the town itself; 2: near it; 3: a larger area only</source>
      <translation>1 : la localité même ; 2 : à proximité ; 3 : une zone plus vaste seulement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>Actors</source>
      <translation>Acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>Corrected</source>
      <translation>Corrigé</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>Event</source>
      <translation>Événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>Place</source>
      <translation>Lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>Place precision</source>
      <translation>Précision du lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>Reported estimates of all sides’ dead; – where the source gives none</source>
      <translation>Estimations rapportées des morts de tous les camps ; – quand la source n’en donne pas</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>Reported killed</source>
      <translation>Tués rapportés</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>Type</source>
      <translation>Type</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>left out</source>
      <translation>écarté</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>{n} events</source>
      <translation>{n} événements</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>{n} left out by rulings and not counted</source>
      <translation>{n} écartés par des décisions et non comptés</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>{n} reported killed</source>
      <translation>{n} tués rapportés</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_table.py" />
      <source>{n} with fatalities not known</source>
      <translation>{n} sans nombre de tués connu</translation>
    </message>
  </context>
  <context>
    <name>EventCard</name>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>&amp;Correct…</source>
      <translation>&amp;Corriger…</translation>
    </message>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>&amp;Zoom</source>
      <translation>&amp;Zoomer</translation>
    </message>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>Bring the place to the middle of the map, near enough to tell villages apart</source>
      <translation>Mettre le lieu au milieu de la carte, assez près pour distinguer les villages</translation>
    </message>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>Copy as &amp;text</source>
      <translation>Copier le &amp;texte</translation>
    </message>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>Copy the card, to paste it into a message or a report</source>
      <translation>Copier la fiche, pour la coller dans un message ou un rapport</translation>
    </message>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>Correct this event: place, actors, type, or leave it out</source>
      <translation>Corriger cet événement : lieu, acteurs, type, ou l’écarter</translation>
    </message>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>Event card</source>
      <translation>Fiche d’événement</translation>
    </message>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>Newer</source>
      <translation>Plus récent</translation>
    </message>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>Older</source>
      <translation>Plus ancien</translation>
    </message>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>The next newer event at this place</source>
      <translation>L’événement suivant, plus récent, à ce lieu</translation>
    </message>
    <message>
      <location filename="../../ui/event_card_dialog.ui" />
      <source>The next older event at this place</source>
      <translation>L’événement précédent, plus ancien, à ce lieu</translation>
    </message>
  </context>
  <context>
    <name>ExportRulings</name>
    <message>
      <location filename="../../plugin/gis/algorithms/exportrulings.py" />
      <source>Export rulings</source>
      <translation>Exporter les corrections</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/exportrulings.py" />
      <source>File</source>
      <translation>Fichier</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/exportrulings.py" />
      <source>Number of rulings</source>
      <translation>Nombre de corrections</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/exportrulings.py" />
      <source>Writes all corrections of single events in an event store, withdrawn ones too, to a CSV file, for “Import rulings” on another computer. Text that a spreadsheet would take for a formula gets an apostrophe in front.</source>
      <translation>Écrit toutes les corrections d’événements d’une base, même retirées, dans un fichier CSV pour « Importer des corrections » sur un autre ordinateur. Un texte qu’un tableur prendrait pour une formule reçoit une apostrophe devant.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/exportrulings.py" />
      <source>{n} rulings written.</source>
      <translation>Corrections écrites : {n}.</translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message>
      <location filename="../../plugin/gui/facts.py" />
      <source>Choose another layer, or load an event file.</source>
      <translation>Choisissez une autre couche, ou chargez un fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/facts.py" />
      <source>The layer holds no events.</source>
      <translation>La couche ne contient pas d’événements.</translation>
    </message>
  </context>
  <context>
    <name>Fields</name>
    <message>
      <location filename="../../plugin/gis/styles_form.py" />
      <source>1: the day</source>
      <translation>1 : le jour</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_form.py" />
      <source>2: the week</source>
      <translation>2 : la semaine</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_form.py" />
      <source>3: the month</source>
      <translation>3 : le mois</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Actor 1</source>
      <translation>Acteur 1</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Actor 2</source>
      <translation>Acteur 2</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Associates of actor 1</source>
      <translation>Associés de l’acteur 1</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Associates of actor 2</source>
      <translation>Associés de l’acteur 2</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Changed at source (Unix time)</source>
      <translation>Modifié à la source (heure Unix)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Civilian targeting</source>
      <translation>Ciblage de civils</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Country</source>
      <translation>Pays</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Country code (ISO number)</source>
      <translation>Code du pays (numéro ISO)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Dataset</source>
      <translation>Jeu de données</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>District (admin 2)</source>
      <translation>Cercle ou district (admin 2)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Event</source>
      <translation>Événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Event type</source>
      <translation>Type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Event type as the source wrote it</source>
      <translation>Type d’événement selon la source</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Families</source>
      <translation>Familles</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Families on side 1</source>
      <translation>Familles du côté 1</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Families on side 2</source>
      <translation>Familles du côté 2</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Groups</source>
      <translation>Groupes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Groups on side 1</source>
      <translation>Groupes du côté 1</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Groups on side 2</source>
      <translation>Groupes du côté 2</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Interaction</source>
      <translation>Interaction</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Kind of actor 1</source>
      <translation>Nature de l’acteur 1</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Kind of actor 2</source>
      <translation>Nature de l’acteur 2</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Kind of disorder</source>
      <translation>Nature du désordre</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Last date</source>
      <translation>Dernier jour</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Latitude</source>
      <translation>Latitude</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Lead group</source>
      <translation>Groupe principal</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Longitude</source>
      <translation>Longitude</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Notes</source>
      <translation>Notes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Place</source>
      <translation>Localité</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Placed to a region or country only</source>
      <translation>Situé seulement dans une région ou un pays</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Precision of place</source>
      <translation>Précision du lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Precision of time</source>
      <translation>Précision de la date</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Region (admin 1)</source>
      <translation>Région (admin 1)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Reported fatalities</source>
      <translation>Morts signalés</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Reported fatalities, highest estimate</source>
      <translation>Morts signalés, estimation haute</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Reported fatalities, lowest estimate</source>
      <translation>Morts signalés, estimation basse</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Scale of source</source>
      <translation>Portée de la source</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <location filename="../../plugin/gis/styles_form.py" />
      <source>Source</source>
      <translation>Source</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Sub-district (admin 3)</source>
      <translation>Commune ou arrondissement (admin 3)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Sub-type</source>
      <translation>Sous-type</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Tags</source>
      <translation>Étiquettes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Targeting derived by Flashpoints</source>
      <translation>Ciblage déduit par Flashpoints</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_form.py" />
      <source>What</source>
      <translation>Quoi</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_form.py" />
      <source>When</source>
      <translation>Quand</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_form.py" />
      <source>Where</source>
      <translation>Où</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_form.py" />
      <source>Who</source>
      <translation>Qui</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>World region</source>
      <translation>Région du monde</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_fields.py" />
      <source>Year</source>
      <translation>Année</translation>
    </message>
  </context>
  <context>
    <name>Filter bar</name>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>All dates</source>
      <translation>Toutes les dates</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>All types</source>
      <translation>Tous les types</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Clear</source>
      <translation>Effacer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_answers.py" />
      <source>Counting events over time</source>
      <translation>Comptage des événements dans le temps</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_answers.py" />
      <source>Counting the events that show</source>
      <translation>Comptage des événements affichés</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>Date known to</source>
      <translation>Date connue</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>Days</source>
      <translation>Jours</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Drag over the bars to choose a period</source>
      <translation>Glissez sur les barres pour choisir une période</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Drop it</source>
      <translation>Le supprimer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>Every word must be found in actors, place, region, source, notes, type or id; words in double quotes stand together. Capitals and accents make no difference.</source>
      <translation>Chaque mot doit se trouver dans les acteurs, le lieu, la région, la source, les notes, le type ou l’identifiant ; des mots entre guillemets droits vont ensemble. Majuscules et accents n’importent pas.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>Everyone</source>
      <translation>Tous</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>Fatalities from</source>
      <translation>Morts, au moins</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_dock.py" />
      <source>Filter and time</source>
      <translation>Filtre et temps</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Fold</source>
      <translation>Replier</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Keep and add</source>
      <translation>Garder et ajouter</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Kept beside the bar: {filter}</source>
      <translation>Gardé à côté de la barre : {filter}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Layer</source>
      <translation>Couche</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Load events…</source>
      <translation>Charger des événements…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>No event fits this filter. Choose less, or press “Clear”.</source>
      <translation>Aucun événement ne répond à ce filtre. Choisissez moins, ou cliquez « Effacer ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>No event of this filter lies in what the map shows. Zoom out, or untick “Only what the map shows”.</source>
      <translation>Aucun événement de ce filtre n’est dans ce que montre la carte. Dézoomez, ou décochez « Seulement ce que montre la carte ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Only what the map shows</source>
      <translation>Seulement ce que montre la carte</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Open QGIS's temporal controller, ready to play the events of the period</source>
      <translation>Ouvrir le contrôleur temporel de QGIS, prêt à jouer les événements de la période</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>Own dates</source>
      <translation>Dates au choix</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>Period</source>
      <translation>Période</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>Place known to</source>
      <translation>Lieu connu</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Play over time</source>
      <translation>Jouer dans le temps</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_answers.py" />
      <source>Reading the events</source>
      <translation>Lecture des événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_dock.py" />
      <source>Reading the events…</source>
      <translation>Lecture des événements…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Replace</source>
      <translation>Remplacer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Show every event again</source>
      <translation>Afficher de nouveau tous les événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>Show over time</source>
      <translation>Montrer dans le temps</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>Text</source>
      <translation>Texte</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>The layer has a filter of its own: {filter}</source>
      <translation>La couche a un filtre à elle : {filter}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>The layer holds no dated events: load an event file.</source>
      <translation>La couche n’a pas d’événements datés : chargez un fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/time_panel.py" />
      <source>The project has time settings of its own: these are played.</source>
      <translation>Le projet a ses propres réglages de temps : ce sont eux qui sont joués.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_panel.py" />
      <source>There are no events in this project yet.</source>
      <translation>Ce projet n’a pas encore d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/time_panel.py" />
      <source>This window has no temporal controller.</source>
      <translation>Cette fenêtre n’a pas de contrôleur temporel.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>What</source>
      <translation>Quoi</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>Who</source>
      <translation>Qui</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>actor, place, notes…</source>
      <translation>acteur, lieu, notes…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>any</source>
      <translation>peu importe</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>day</source>
      <translation>au jour</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>surroundings</source>
      <translation>aux environs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>to</source>
      <translation>au</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>town</source>
      <translation>à la localité</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_blocks.py" />
      <source>week</source>
      <translation>à la semaine</translation>
    </message>
  </context>
  <context>
    <name>Footprint</name>
    <message>
      <location filename="../../plugin/core/discs.py" />
      <source>A disc of {km} km round a place at latitude {latitude} reaches the pole.</source>
      <translation>Un disque de {km} km autour d’un lieu de latitude {latitude} atteint le pôle.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/discs.py" />
      <source>A size of {size} km is too large for a footprint of places.</source>
      <translation>Une taille de {size} km est trop grande pour une empreinte de lieux.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/discs.py" />
      <source>A size of {size} km makes no area.</source>
      <translation>Une taille de {size} km ne donne pas de surface.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/footprints.py" />
      <source>Cancelled; nothing was written.</source>
      <translation>Annulé ; rien n’a été écrit.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/discs.py" />
      <source>Correct the event's place, or choose a smaller radius.</source>
      <translation>Corrigez le lieu de l’événement, ou choisissez un rayon plus petit.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/discs.py" />
      <source>Give a number of kilometres above 0.</source>
      <translation>Donnez un nombre de kilomètres supérieur à 0.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/discs.py" />
      <source>Give at most {km} km; 2.5 is usual.</source>
      <translation>Donnez au plus {km} km ; 2,5 est l’usage.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/footprints.py" />
      <source>The discs could not be united: {reason}.</source>
      <translation>Les disques n’ont pas pu être réunis : {reason}.</translation>
    </message>
  </context>
  <context>
    <name>Footprint words</name>
    <message>
      <location filename="../../plugin/gui/footprint_words.py" />
      <source>Land with recorded events: {later} km² in {later_period}, {earlier} km² in {earlier_period}. {rest}</source>
      <translation>Terrain avec des événements recensés : {later} km² ({later_period}), {earlier} km² ({earlier_period}). {rest}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/footprint_words.py" />
      <source>Measuring…</source>
      <translation>Mesure en cours…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/footprint_words.py" />
      <source>The file does not cover {period}.</source>
      <translation>Le fichier ne couvre pas {period}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/footprint_words.py" />
      <source>in {n} of {all} regions</source>
      <translation>dans {n} régions sur {all}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/footprint_words.py" />
      <source>km², {period}</source>
      <translation>km², {period}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/footprint_words.py" />
      <source>not covered by the file</source>
      <translation>non couverte par le fichier</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/footprint_words.py" />
      <source>{n} events at {places} places</source>
      <translation>{n} événements en {places} lieux</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/footprint_words.py" />
      <source>{percent} %. {parts}</source>
      <translation>{percent} %. {parts}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/footprint_words.py" />
      <source>{share} % of the land</source>
      <translation>{share} % du territoire</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/footprint_words.py" />
      <source>{share} % of them at the {places} busiest places</source>
      <translation>dont {share} % aux {places} lieux les plus fréquents</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/footprint_words.py" />
      <source>…</source>
      <translation>…</translation>
    </message>
  </context>
  <context>
    <name>FootprintFacts</name>
    <message>
      <location filename="../../plugin/core/footprint_facts.py" />
      <source>Newly recorded {new} km², in both periods {both} km², no longer recorded {gone} km².</source>
      <translation>Nouvellement recensés {new} km², dans les deux périodes {both} km², plus recensés {gone} km².</translation>
    </message>
    <message>
      <location filename="../../plugin/core/footprint_facts.py" />
      <source>events in {n} of {all} regions</source>
      <translation>événements dans {n} régions sur {all}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/footprint_facts.py" />
      <source>{period}: {area} km², {share} % of the regions’ land; {reach}.</source>
      <translation>{period} : {area} km², {share} % du territoire des régions ; {reach}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/footprint_facts.py" />
      <source>{share} % of events ({n} of {all}) at the {places} busiest places</source>
      <translation>{share} % des événements ({n} sur {all}) aux {places} lieux les plus fréquents</translation>
    </message>
  </context>
  <context>
    <name>Formats</name>
    <message>
      <location filename="../../plugin/core/formats/evidence.py" />
      <source>A row of HXL tags below the header is no event; it counts as rejected.</source>
      <translation>Une ligne d’étiquettes HXL sous l’en-tête n’est pas un événement ; elle compte comme rejetée.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/columns.py" />
      <source>A table, by its columns</source>
      <translation>Une table, d’après ses colonnes</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/acled_actor_based.py" />
      <source>ACLED, actor-based (one row an actor)</source>
      <translation>ACLED, par acteur (une ligne par acteur)</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/acled_2022.py" />
      <source>ACLED, as exported from 2019 to 2022</source>
      <translation>ACLED, export de 2019 à 2022</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/acled.py" />
      <source>ACLED, as exported since 2023</source>
      <translation>ACLED, export depuis 2023</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/acled_2018.py" />
      <source>ACLED, as exported until 2018</source>
      <translation>ACLED, export jusqu’en 2018</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/acled_2020.py" />
      <source>ACLED, dumped from its API with row numbers</source>
      <translation>ACLED, tiré de son API avec numéros de ligne</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/__init__.py" />
      <source>Check that the first line holds the column names. If it is an event file of another form, say which column is which (COLUMNS). The file has: {names}.</source>
      <translation>Vérifiez que la première ligne porte les noms des colonnes. Si c’est un fichier d’événements d’une autre forme, dites ce qu’est chaque colonne (COLUMNS). Le fichier a : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/__init__.py" />
      <source>Choose one of: {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/evidence.py" />
      <source>Dates are written like “{text}”.</source>
      <translation>Les dates sont écrites ainsi : « {text} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/evidence.py" />
      <source>Each row is one actor of an event; rows of one event are merged.</source>
      <translation>Chaque ligne est un acteur d’un événement ; les lignes d’un événement sont fusionnées.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/evidence.py" />
      <source>Event types such as “{text}” become one of today's six; the word is kept.</source>
      <translation>Les types d’événement comme « {text} » deviennent l’un des six d’aujourd’hui ; le mot est gardé.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/__init__.py" />
      <source>Export it again with the columns latitude and longitude.</source>
      <translation>Exportez-le de nouveau avec les colonnes latitude et longitude.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/__init__.py" />
      <source>Export the single events from the source: one row an event, with coordinates.</source>
      <translation>Exportez les événements un par un depuis la source : une ligne par événement, avec coordonnées.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/__init__.py" />
      <source>It is not known which columns hold: {names}.</source>
      <translation>On ne sait pas quelles colonnes contiennent : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/evidence.py" />
      <source>Kinds of actors are numbers, as until 2023.</source>
      <translation>Les natures d’acteurs sont des nombres, comme jusqu’en 2023.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/evidence.py" />
      <source>Kinds of actors are words, as since 2024.</source>
      <translation>Les natures d’acteurs sont des mots, comme depuis 2024.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/__init__.py" />
      <source>Name them (COLUMNS). The file has: {names}.</source>
      <translation>Nommez-les (COLUMNS). Le fichier a : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/evidence.py" />
      <source>Not in the file: {names}.</source>
      <translation>Absent du fichier : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/evidence.py" />
      <source>Not used: {names}.</source>
      <translation>Non utilisé : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/evidence.py" />
      <source>Not used: {n} columns without a name.</source>
      <translation>Colonnes sans nom, non utilisées : {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/__init__.py" />
      <source>The file has no coordinates: {names} missing.</source>
      <translation>Le fichier n’a pas de coordonnées : il manque {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/__init__.py" />
      <source>The form of this file is not known. As {form} it lacks: {names}.</source>
      <translation>La forme de ce fichier n’est pas connue. En tant que {form}, il lui manque : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/__init__.py" />
      <location filename="../../plugin/gis/file_look.py" />
      <source>The ids are like those of {name}.</source>
      <translation>Les identifiants sont comme ceux de {name}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/evidence.py" />
      <source>There is no second actor, and event {id} has rows of several: they are merged.</source>
      <translation>Il n’y a pas de second acteur, et l’événement {id} a des lignes de plusieurs : elles sont fusionnées.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/__init__.py" />
      <source>This file holds counts of events by place and time, not the events themselves.</source>
      <translation>Ce fichier contient des nombres d’événements par lieu et par date, pas les événements eux-mêmes.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/ucdp_ged.py" />
      <source>UCDP GED</source>
      <translation>UCDP GED</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/evidence.py" />
      <source>{found} of the {all} columns of this format are there.</source>
      <translation>Colonnes de ce format présentes : {found} sur {all}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/formats/__init__.py" />
      <source>“{name}” is not a format.</source>
      <translation>« {name} » n’est pas un format.</translation>
    </message>
  </context>
  <context>
    <name>Frames</name>
    <message>
      <location filename="../../plugin/gis/event_layers.py" />
      <source>Check that its file is still where it was.</source>
      <translation>Vérifiez que son fichier est toujours à sa place.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/gdal_frames.py" />
      <source>Copy it again from where it came, or load the event file anew.</source>
      <translation>Copiez-le de nouveau depuis son origine, ou rechargez le fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_layers.py" />
      <source>Load the event file with “Load events” and choose the layer that it makes.</source>
      <translation>Chargez le fichier avec « Charger des événements » et choisissez la couche ainsi faite.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_layers.py" />
      <source>Save or discard the edits, then run again.</source>
      <translation>Enregistrez ou abandonnez les modifications, puis relancez.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/coordinates.py" />
      <source>Set the layer's right coordinate reference system.</source>
      <translation>Donnez à la couche son vrai système de coordonnées de référence.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_layers.py" />
      <source>The column event_date holds no dates.</source>
      <translation>La colonne event_date ne contient pas de dates.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/gdal_frames.py" />
      <source>The file cannot be read to its end ({reason}).</source>
      <translation>Le fichier ne peut pas être lu jusqu’au bout ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_layers.py" />
      <location filename="../../plugin/gis/frames.py" />
      <source>The layer cannot be read.</source>
      <translation>La couche ne peut pas être lue.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_layers.py" />
      <source>The layer has edits that are not saved.</source>
      <translation>La couche a des modifications non enregistrées.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/coordinates.py" />
      <source>The layer has points that are nowhere on Earth in its reference system.</source>
      <translation>La couche a des points qui ne sont nulle part sur Terre dans son système de référence.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_layers.py" />
      <source>The layer holds no points.</source>
      <translation>La couche ne contient pas de points.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_layers.py" />
      <source>The layer is no event layer: it lacks the columns {names}.</source>
      <translation>La couche n’est pas une couche d’événements : il lui manque les colonnes {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/event_layers.py" />
      <source>{n} selected features</source>
      <translation>{n} entités sélectionnées</translation>
    </message>
  </context>
  <context>
    <name>Geodesy</name>
    <message>
      <location filename="../../plugin/core/geodesy.py" />
      <source>A circle needs at least 3 vertices.</source>
      <translation>Un cercle a besoin d’au moins 3 sommets.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/geodesy.py" />
      <source>A radius of {radius} km makes no ring.</source>
      <translation>Un rayon de {radius} km ne donne pas de périmètre.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/geodesy.py" />
      <source>Give a number of kilometres above 0.</source>
      <translation>Donnez un nombre de kilomètres supérieur à 0.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/geodesy.py" />
      <source>Give degrees: longitude -180 to 180, latitude -90 to 90.</source>
      <translation>Donnez des degrés : longitude de -180 à 180, latitude de -90 à 90.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/geodesy.py" />
      <source>There is no point on Earth at longitude {lon}, latitude {lat}.</source>
      <translation>Il n’y a aucun point sur Terre à la longitude {lon}, latitude {lat}.</translation>
    </message>
  </context>
  <context>
    <name>Histogram</name>
    <message>
      <location filename="../../plugin/gis/event_times.py" />
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/histogram_view.py" />
      <source>Events over time: drag to choose a period</source>
      <translation>Événements dans le temps : glissez pour choisir une période</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/histogram_view.py" />
      <source>Provisional: reports of the last 8 weeks still come in.</source>
      <translation>Provisoire : des rapports sur les 8 dernières semaines arrivent encore.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/histogram_paint.py" />
      <source>provisional</source>
      <translation>provisoire</translation>
    </message>
    <message>
      <location filename="../../plugin/core/histogram.py" />
      <source>week of {day}</source>
      <translation>semaine du {day}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/histogram.py" />
      <source>{bar}: {n} events</source>
      <translation>{bar} – événements : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/histogram.py" />
      <source>{month} {year}</source>
      <translation>{month} {year}</translation>
    </message>
  </context>
  <context>
    <name>Import</name>
    <message>
      <location filename="../../plugin/gis/importing.py" />
      <source>Choose another name for the store.</source>
      <translation>Choisissez un autre nom pour la base.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/importing.py" />
      <source>Its countries are: {names}.</source>
      <translation>Ses pays sont : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/importing.py" />
      <source>No event of the file lies in {names}.</source>
      <translation>Aucun événement du fichier n’est situé dans : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/importing.py" />
      <source>None of the {n} rows is an event; the store that is there stays as it is.</source>
      <translation>Aucune des {n} lignes n’est un événement ; la base existante reste telle quelle.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/importing.py" />
      <source>The file to read and the store to write are the same file.</source>
      <translation>Le fichier à lire et la base à écrire sont le même fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/errors.py" />
      <source>The import was cancelled; nothing was written.</source>
      <translation>L’importation a été annulée ; rien n’a été écrit.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/importing.py" />
      <source>Why rows were rejected: {reasons}.</source>
      <translation>Pourquoi des lignes ont été rejetées : {reasons}.</translation>
    </message>
  </context>
  <context>
    <name>ImportEvents</name>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Account of rows (JSON: reasons, notices, coverage)</source>
      <translation>Compte des lignes (JSON : raisons, avis, couverture)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importevents.py" />
      <source>An event store is a GeoPackage.</source>
      <translation>Une base d’événements est un GeoPackage.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Columns (JSON: canonical -&gt; column in the file)</source>
      <translation>Colonnes (JSON : canonique -&gt; colonne du fichier)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Event file</source>
      <translation>Fichier d’événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Event store</source>
      <translation>Base d’événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importevents.py" />
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importevents.py" />
      <source>Events (synthetic sample)</source>
      <translation>Événements (échantillon synthétique)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importevents.py" />
      <source>Events as coded by the source; one row an event.</source>
      <translation>Événements tels que la source les a codés ; une ligne par événement.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importevents.py" />
      <source>Give a file name that ends in .gpkg.</source>
      <translation>Donnez un nom de fichier qui finit par .gpkg.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importevents.py" />
      <source>Load events</source>
      <translation>Charger des événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Mode</source>
      <translation>Mode</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Only these countries, separated by ;</source>
      <translation>Seulement ces pays, séparés par ;</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Order of day and month, where dates are numbers</source>
      <translation>Ordre du jour et du mois, quand les dates sont des nombres</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importevents.py" />
      <source>Reads a file of conflict events and writes an event store, a GeoPackage. Every row is accounted for: events + merged + filtered + rejected = rows read. Rejected rows are kept in the store with their row number and the reason. With the mode “update” a newer export is brought into a store: what was added, changed and removed is listed in its table “changes”, and a file removes nothing outside what it covers.</source>
      <translation>Lit un fichier d’événements de conflit et écrit une base d’événements, un GeoPackage. Chaque ligne est justifiée : événements + fusionnées + filtrées + rejetées = lignes lues. Les lignes rejetées sont gardées dans la base avec leur numéro et la raison. Avec le mode « update », un export plus récent est versé dans une base : ce qui est ajouté, modifié et supprimé est listé dans sa table « changes », et un fichier ne supprime rien hors de ce qu’il couvre.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_words.py" />
      <source>Rejected: {n} × {reason}</source>
      <translation>Rejetées : {n} × {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Sheet, layer or file in the archive</source>
      <translation>Feuille, couche ou fichier de l’archive</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_words.py" />
      <source>The report cannot be written: {reason}.</source>
      <translation>Le rapport ne peut pas être écrit : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importevents.py" />
      <source>The store is shown in QGIS as “{name}”.</source>
      <translation>La base est affichée dans QGIS sous le nom « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_words.py" />
      <source>The store itself is complete. Choose another place for the report.</source>
      <translation>La base elle-même est complète. Choisissez un autre endroit pour le rapport.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importevents.py" />
      <source>The store was of an older version; a copy of it is {name}.</source>
      <translation>La base était d’une version plus ancienne ; une copie en est gardée : {name}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>To be confirmed</source>
      <translation>À confirmer</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importevents.py" />
      <source>Update it, remove that layer first, or choose another file name.</source>
      <translation>Mettez-la à jour, enlevez d’abord cette couche, ou choisissez un autre nom de fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Update: compare only, touch nothing</source>
      <translation>Mise à jour : comparer seulement, ne rien toucher</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Update: list of events that the source deleted</source>
      <translation>Mise à jour : liste des événements supprimés par la source</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Update: many removals and vanishing names are right</source>
      <translation>Mise à jour : les suppressions nombreuses et les noms qui disparaissent sont justes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/import_parameters.py" />
      <source>Whose events they are, where the file does not tell</source>
      <translation>À qui sont les événements, quand le fichier ne le dit pas</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_words.py" />
      <source>{n} actor names match no pattern, most often: {names}.</source>
      <translation>Noms d’acteurs qu’aucun motif ne trouve : {n}, le plus souvent : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_words.py" />
      <source>{read} rows read = {events} events + {merged} merged + {filtered} filtered + {rejected} rejected.</source>
      <translation>Lignes lues : {read} = événements {events} + fusionnées {merged} + filtrées {filtered} + rejetées {rejected}.</translation>
    </message>
  </context>
  <context>
    <name>ImportRulings</name>
    <message>
      <location filename="../../plugin/gis/algorithms/importrulings.py" />
      <source>Adds corrections of single events from a CSV file, such as “Export rulings” writes, to an event store. Every row is accounted for: added + withdrawn + already there + refused = rows read, each refusal with its line and reason. A newer ruling on a field wins over an older one.</source>
      <translation>Ajoute à une base d’événements des corrections d’événements venues d’un fichier CSV, tel que « Exporter les corrections » l’écrit. Chaque ligne est justifiée : ajoutées + retirées + déjà là + refusées = lignes lues, chaque refus avec sa ligne et sa raison. Une correction plus récente d’un champ l’emporte sur une plus ancienne.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importrulings.py" />
      <source>File of rulings (CSV)</source>
      <translation>Fichier de corrections (CSV)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/importrulings.py" />
      <source>Import rulings</source>
      <translation>Importer des corrections</translation>
    </message>
  </context>
  <context>
    <name>Layers</name>
    <message>
      <location filename="../../plugin/gui/tree.py" />
      <source>Base map</source>
      <translation>Fond de carte</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/tree.py" />
      <source>Flashpoints results</source>
      <translation>Résultats de Flashpoints</translation>
    </message>
  </context>
  <context>
    <name>Layouts</name>
    <message>
      <location filename="../../plugin/gis/layout_export.py" />
      <source>A brief cannot be written as “{ending}”.</source>
      <translation>Une note ne peut pas être écrite en « {ending} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layout_export.py" />
      <source>Cancelled; nothing was written.</source>
      <translation>Annulé ; rien n’a été écrit.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layouts.py" />
      <source>Choose a template that QGIS's layout window saved (.qpt).</source>
      <translation>Choisissez un modèle enregistré par la fenêtre de mise en page de QGIS (.qpt).</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layout_export.py" />
      <source>Close the file where it is open, or choose another name.</source>
      <translation>Fermez le fichier là où il est ouvert, ou choisissez un autre nom.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layout_export.py" />
      <source>End the name in .pdf, .png or .svg.</source>
      <translation>Terminez le nom par .pdf, .png ou .svg.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layout_export.py" />
      <source>QGIS could not draw the page.</source>
      <translation>QGIS n’a pas pu dessiner la page.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layout_export.py" />
      <source>The file cannot be written.</source>
      <translation>Le fichier ne peut pas être écrit.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layouts.py" />
      <source>The file is not a layout template.</source>
      <translation>Le fichier n’est pas un modèle de mise en page.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layouts.py" />
      <source>The font “{name}” of the template is not on this computer: another stands in.</source>
      <translation>La police « {name} » du modèle n’est pas sur cet ordinateur : une autre la remplace.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layouts.py" />
      <source>The item “{id}” of the template is of another kind: it is left as it is.</source>
      <translation>L’élément « {id} » du modèle est d’un autre genre : il est laissé tel quel.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layouts.py" />
      <source>The template cannot be read ({reason}).</source>
      <translation>Le modèle ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layouts.py" />
      <source>The template has no item “{id}”: it is left out.</source>
      <translation>Le modèle n’a pas d’élément « {id} » : il est omis.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layouts.py" />
      <source>The text of “{id}” is longer than its frame: make the frame larger.</source>
      <translation>Le texte de « {id} » est plus long que son cadre : agrandissez le cadre.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/layout_export.py" />
      <source>There is not enough memory for the page.</source>
      <translation>Il n’y a pas assez de mémoire pour la page.</translation>
    </message>
  </context>
  <context>
    <name>Lines</name>
    <message>
      <location filename="../../plugin/gui/lines.py" />
      <source>Show less</source>
      <translation>Montrer moins</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/lines.py" />
      <source>Show {n} more</source>
      <translation>Montrer {n} de plus</translation>
    </message>
    <message>
      <location filename="../../plugin/core/near_lines.py" />
      <source>The line has no length.</source>
      <translation>La ligne n’a aucune longueur.</translation>
    </message>
  </context>
  <context>
    <name>ListRulings</name>
    <message>
      <location filename="../../plugin/gis/algorithms/listrulings.py" />
      <source>A table of all corrections of single events in an event store: the source's value when the ruling was made, the value that holds instead, the source's value today, and the status: in_force; conflict, where the source has changed the field since and somebody has to decide (the ruling holds until then); orphan, where the event is no longer there; withdrawn.</source>
      <translation>Une table de toutes les corrections d’événements d’une base : la valeur de la source au moment de la correction, la valeur qui fait foi à la place, la valeur de la source aujourd’hui, et l’état : « in_force », en vigueur ; « conflict », quand la source a modifié le champ depuis et que quelqu’un doit trancher (la correction tient jusque-là) ; « orphan », quand l’événement n’est plus là ; « withdrawn », retirée.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/listrulings.py" />
      <source>Corrections of single events by analysts.</source>
      <translation>Corrections d’événements par des analystes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/listrulings.py" />
      <source>List rulings</source>
      <translation>Lister les corrections</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/listrulings.py" />
      <source>Rulings</source>
      <translation>Corrections</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/listrulings.py" />
      <source>Rulings ({store})</source>
      <translation>Corrections ({store})</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/listrulings.py" />
      <source>{n} rulings: {force} in force, {conflicts} to decide, {orphans} without their event.</source>
      <translation>Corrections : {n}, dont {force} en vigueur, {conflicts} à trancher, {orphans} sans leur événement.</translation>
    </message>
  </context>
  <context>
    <name>Live</name>
    <message>
      <location filename="../../plugin/gui/live.py" />
      <location filename="../../plugin/gui/live_over_time.py" />
      <source>({n} as coded by the source)</source>
      <translation>({n} selon le codage de la source)</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>From 0. Per day at least × {low} (95 % interval), p {p}</source>
      <translation>Depuis 0. Par jour, au moins × {low} (intervalle à 95 %), p {p}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/live.py" />
      <source>No events in either period.</source>
      <translation>Aucun événement dans aucune des deux périodes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/live_over_time.py" />
      <source>Only what the layer shows is counted: {filter}.</source>
      <translation>Seul ce que montre la couche est compté : {filter}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/live.py" />
      <source>The file does not cover {period}.</source>
      <translation>Le fichier ne couvre pas : {period}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/live.py" />
      <source>The periods overlap: there is no ratio.</source>
      <translation>Les périodes se recouvrent : il n’y a pas de rapport.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>× {ratio} per day (95 % interval {low} to {high}), p {p}</source>
      <translation>× {ratio} par jour (intervalle à 95 % : {low} à {high}), p {p}</translation>
    </message>
  </context>
  <context>
    <name>Live half</name>
    <message>
      <location filename="../../plugin/gui/live_dialog.py" />
      <source>Counting for the preview</source>
      <translation>Comptage pour l’aperçu</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/live_dialog.py" />
      <source>Counting…</source>
      <translation>Comptage…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/live_half.py" />
      <source>{number}: {name}</source>
      <translation>{number} : {name}</translation>
    </message>
  </context>
  <context>
    <name>LiveHalf</name>
    <message>
      <location filename="../../ui/live_half.ui" />
      <source>A table of the events behind a number: zoom to each, read it, correct it</source>
      <translation>Un tableau des événements derrière un chiffre : zoomer sur chacun, le lire, le corriger</translation>
    </message>
    <message>
      <location filename="../../ui/live_half.ui" />
      <source>Copy se&amp;ntence</source>
      <translation>Copier la &amp;phrase</translation>
    </message>
    <message>
      <location filename="../../ui/live_half.ui" />
      <source>Lis&amp;t these events</source>
      <translation>Lis&amp;ter ces événements</translation>
    </message>
    <message>
      <location filename="../../ui/live_half.ui" />
      <source>The result in words with its footnote, to paste into a report</source>
      <translation>Le résultat en toutes lettres avec sa note, à coller dans un rapport</translation>
    </message>
  </context>
  <context>
    <name>Load events</name>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>&amp;Load</source>
      <translation>&amp;Charger</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>Choose a file of events: CSV, a workbook, a layer, also zipped; or an event store.</source>
      <translation>Choisissez un fichier d’événements : CSV, classeur, couche, même zippé ; ou une base d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>Choose one.</source>
      <translation>Choisissez-en une.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>Choose the sheet or layer first.</source>
      <translation>Choisissez d’abord la feuille ou la couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_store.py" />
      <source>Choose where to save it.</source>
      <translation>Choisissez où l’enregistrer.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>Co&amp;mpare</source>
      <translation>Com&amp;parer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>Load events of {file}</source>
      <translation>Chargement des événements : {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_loaded.py" />
      <source>Loaded: {name}, {n} events</source>
      <translation>Chargé : {name} ; événements : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>Look at the warnings first.</source>
      <translation>Voyez d’abord les avertissements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_looking.py" />
      <source>Looking at the file</source>
      <translation>Examen du fichier</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>Looking at the file…</source>
      <translation>Examen du fichier…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>No event file is chosen.</source>
      <translation>Aucun fichier d’événements n’est choisi.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_store.py" />
      <source>No event store is named.</source>
      <translation>Aucune base d’événements n’est nommée.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_loaded.py" />
      <source>Rejected rows</source>
      <translation>Lignes rejetées</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>Say first how the dates are to be read.</source>
      <translation>Dites d’abord comment lire les dates.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_loaded.py" />
      <source>Show</source>
      <translation>Afficher</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>Still needed: {names}.</source>
      <translation>Manque encore : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>Take them out and load</source>
      <translation>Les enlever et charger</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>The project shows layers of this event store.</source>
      <translation>Le projet affiche des couches de cette base d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_store.py" />
      <source>There is an event store of this name already.</source>
      <translation>Il y a déjà une base d’événements de ce nom.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>They have to be taken out before it is replaced.</source>
      <translation>Elles doivent être enlevées avant son remplacement.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>This is an event store with {n} events. It is opened as it is.</source>
      <translation>Ceci est une base d’événements ({n} événements). Elle est ouverte telle quelle.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_store.py" />
      <source>Tick that it may be discarded, or choose another name.</source>
      <translation>Cochez qu’elle peut être abandonnée, ou choisissez un autre nom.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_events_dialog.py" />
      <source>Upda&amp;te</source>
      <translation>Me&amp;ttre à jour</translation>
    </message>
  </context>
  <context>
    <name>Load file</name>
    <message>
      <location filename="../../plugin/gui/load_file.py" />
      <source>All files</source>
      <translation>Tous les fichiers</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_file.py" />
      <source>Choose one</source>
      <translation>À choisir</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_file.py" />
      <source>Choose the event file</source>
      <translation>Choisir le fichier d’événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_file.py" />
      <source>Event files</source>
      <translation>Fichiers d’événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_file.py" />
      <source>Found from the content of the file. Choose another where that is wrong.</source>
      <translation>Reconnu d’après le contenu du fichier. Choisissez un autre format si c’est faux.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_file.py" />
      <source>Not recognised: a table, by its columns</source>
      <translation>Non reconnu : une table, d’après ses colonnes</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_file.py" />
      <source>Recognised: {form}</source>
      <translation>Reconnu : {form}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_file.py" />
      <source>The file holds several tables. Choose the one with the events.</source>
      <translation>Le fichier contient plusieurs tables. Choisissez celle des événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_file.py" />
      <source>{source}, of any year</source>
      <translation>{source}, de toute année</translation>
    </message>
  </context>
  <context>
    <name>Load store</name>
    <message>
      <location filename="../../plugin/gui/load_store.py" />
      <source>All files</source>
      <translation>Tous les fichiers</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_store.py" />
      <source>Lists of ids</source>
      <translation>Listes d’identifiants</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/load_store.py" />
      <source>Optional</source>
      <translation>Facultatif</translation>
    </message>
  </context>
  <context>
    <name>LoadEventsDialog</name>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>&amp;Countries</source>
      <translation>Pa&amp;ys</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>&amp;Sheet or layer</source>
      <translation>&amp;Feuille ou couche</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>&amp;Update the event store that is there</source>
      <translation>&amp;Mettre à jour la base existante</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>&amp;Yes, discard the event store that is there</source>
      <translation>Oui, abandonner la base e&amp;xistante</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>A text file of the ids that the source has deleted, one a line. Not needed where the new file holds everything.</source>
      <translation>Un fichier texte des identifiants que la source a supprimés, un par ligne. Inutile si le nouveau fichier contient tout.</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>Adds, changes and removes what differs. Results, styles and corrections in the store stay.</source>
      <translation>Ajoute, modifie et supprime ce qui diffère. Les résultats, styles et corrections de la base restent.</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>All countries in the file</source>
      <translation>Tous les pays du fichier</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>Deleted &amp;ids</source>
      <translation>&amp;Identifiants supprimés</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>Event &amp;file</source>
      <translation>Fic&amp;hier d’événements</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>Load events</source>
      <translation>Charger des événements</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>Makes a new store of this file alone. Results, styles and corrections in the old one are lost.</source>
      <translation>Crée une nouvelle base de ce seul fichier. Les résultats, styles et corrections de l’ancienne sont perdus.</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>Names as the file writes them, with ; between: Mali; Burkina Faso</source>
      <translation>Noms tels que le fichier les écrit, séparés par ; : Mali; Burkina Faso</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>R&amp;ead as</source>
      <translation>&amp;Lire comme</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>Re&amp;place it</source>
      <translation>&amp;Remplacer</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>Save &amp;as</source>
      <translation>Enregistrer &amp;sous</translation>
    </message>
    <message>
      <location filename="../../ui/load_events_dialog.ui" />
      <source>The event store: one GeoPackage file that holds the events and everything known about them.</source>
      <translation>La base d’événements : un seul fichier GeoPackage avec les événements et tout ce qu’on en sait.</translation>
    </message>
  </context>
  <context>
    <name>Look</name>
    <message>
      <location filename="../../plugin/core/event_look.py" />
      <source>Choose at most {n}; the others are drawn in grey.</source>
      <translation>Choisissez-en au plus {n} ; les autres sont dessinés en gris.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_look.py" />
      <source>Choose the style again.</source>
      <translation>Choisissez de nouveau le style.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/look_keeper.py" />
      <source>Counting the events on the map</source>
      <translation>Comptage des événements de la carte</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_look.py" />
      <source>Events cannot look by “{value}”.</source>
      <translation>Les événements ne peuvent pas être représentés selon « {value} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_look.py" />
      <source>Give the denominator, such as 750000 for 1:750,000.</source>
      <translation>Donnez le dénominateur, par exemple 750000 pour 1:750 000.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_look.py" />
      <source>The scale has to be a number above 0.</source>
      <translation>L’échelle doit être un nombre supérieur à 0.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_look.py" />
      <source>The settings of the style cannot be read.</source>
      <translation>Les réglages du style ne peuvent pas être lus.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_look.py" />
      <source>There is: {names}.</source>
      <translation>Il y a : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/event_look.py" />
      <source>{n} colours cannot be told apart on a map.</source>
      <translation>{n} couleurs ne se distinguent pas sur une carte.</translation>
    </message>
  </context>
  <context>
    <name>Make brief</name>
    <message>
      <location filename="../../plugin/gui/make_brief_dialog.py" />
      <source>A page cannot be saved as “{name}”.</source>
      <translation>Une page ne peut pas être enregistrée sous « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/make_brief_dialog.py" />
      <source>Brief, {rest}</source>
      <translation>Note, {rest}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/make_brief_dialog.py" />
      <source>Choose where to save the page.</source>
      <translation>Choisissez où enregistrer la page.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/make_brief_dialog.py" />
      <source>Ma&amp;ke brief</source>
      <translation>C&amp;réer la note</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/make_brief_dialog.py" />
      <source>No file is named.</source>
      <translation>Aucun fichier n’est nommé.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/make_brief_dialog.py" />
      <source>Open</source>
      <translation>Ouvrir</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/make_brief_dialog.py" />
      <source>PDF document</source>
      <translation>Document PDF</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/make_brief_dialog.py" />
      <source>Picture</source>
      <translation>Image</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/make_brief_dialog.py" />
      <source>The brief is ready: {file}</source>
      <translation>La note est prête : {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/make_brief_dialog.py" />
      <source>Use a name that ends in .pdf, .png or .svg.</source>
      <translation>Prenez un nom qui finit par .pdf, .png ou .svg.</translation>
    </message>
  </context>
  <context>
    <name>MakeBrief</name>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>A brief compares two periods; there are {n}.</source>
      <translation>Une note compare deux périodes ; il y en a {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>As of (a date; empty: the file's last day)</source>
      <translation>À la date du (vide : dernier jour du fichier)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>Brief</source>
      <translation>Note</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>Give two, such as 2022-H2;2023-H1, or none for the recipe's own.</source>
      <translation>Donnez-en deux, par exemple 2022-H2;2023-H1, ou aucune pour celles de la recette.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>Language</source>
      <translation>Langue</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>Make brief</source>
      <translation>Créer une note</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>Numbers of the brief</source>
      <translation>Chiffres de la note</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>Older events are not compared with in this version; OLD is not used.</source>
      <translation>Cette version ne compare pas avec des événements anciens ; OLD n’est pas utilisé.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>Older events, to compare with</source>
      <translation>Événements anciens, pour comparer</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>One page as PDF, picture or SVG: a map, the events round the capital, the footprint and the change by region for the last half-year against the one before, each with its uncertainty and definition. The recipe says what is asked; the template, an ordinary print layout, how it looks. A JSON file with the same numbers is written beside it.</source>
      <translation>Une page en PDF, image ou SVG : une carte, les événements autour de la capitale, l’empreinte et la variation par région du dernier semestre par rapport au précédent, chacun avec son incertitude et sa définition. La recette dit ce qui est demandé ; le modèle, une mise en page ordinaire, son apparence. Un fichier JSON avec les mêmes chiffres est écrit à côté.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>Recipe (empty: the plugin's own)</source>
      <translation>Recette (vide : celle de l’extension)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>Template (empty: the plugin's own)</source>
      <translation>Modèle (vide : celui de l’extension)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/makebrief.py" />
      <source>Two periods instead of the recipe's, separated by ;</source>
      <translation>Deux périodes au lieu de celles de la recette, séparées par ;</translation>
    </message>
  </context>
  <context>
    <name>MakeBriefDialog</name>
    <message>
      <location filename="../../ui/make_brief_dialog.ui" />
      <source>&amp;Load events…</source>
      <translation>&amp;Charger des événements…</translation>
    </message>
    <message>
      <location filename="../../ui/make_brief_dialog.ui" />
      <source>La&amp;nguage</source>
      <translation>Langu&amp;e</translation>
    </message>
    <message>
      <location filename="../../ui/make_brief_dialog.ui" />
      <source>Make brief</source>
      <translation>Créer une note</translation>
    </message>
    <message>
      <location filename="../../ui/make_brief_dialog.ui" />
      <source>Na&amp;mes in</source>
      <translation>C&amp;hamp des noms</translation>
    </message>
    <message>
      <location filename="../../ui/make_brief_dialog.ui" />
      <source>One page to send: the map, the key figures with their definitions, the source and its date.</source>
      <translation>Une page à envoyer : la carte, les chiffres clés et leurs définitions, la source et sa date.</translation>
    </message>
    <message>
      <location filename="../../ui/make_brief_dialog.ui" />
      <source>Save &amp;as</source>
      <translation>Enregistrer &amp;sous</translation>
    </message>
    <message>
      <location filename="../../ui/make_brief_dialog.ui" />
      <source>The column with the regions' names</source>
      <translation>La colonne des noms de régions</translation>
    </message>
    <message>
      <location filename="../../ui/make_brief_dialog.ui" />
      <source>There are no events in this project yet. Load an event file first.</source>
      <translation>Ce projet n’a pas encore d’événements. Chargez d’abord un fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../ui/make_brief_dialog.ui" />
      <source>Whe&amp;re</source>
      <translation>&amp;Où</translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events dated before 1946: {n}, such as {id}.</source>
      <translation>Événements datés d’avant 1946 : {n}, par exemple {id}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events dated by several days, which count on the first: {n}, such as {id}.</source>
      <translation>Événements datés de plusieurs jours, qui comptent au premier : {n}, par exemple {id}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events dated in the future: {n}, such as {id}.</source>
      <translation>Événements datés dans le futur : {n}, par exemple {id}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events of which the file does not tell the sides: {n}, such as {id}. Questions of role and opponent leave them out.</source>
      <translation>Événements dont le fichier ne dit pas les côtés : {n}, par exemple {id}. Les questions de rôle et d’adversaire les écartent.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events of {country} that lie far away, but in it once latitude and longitude are swapped: {n}, such as {id}.</source>
      <translation>Événements ({country}) situés très loin, mais dedans si l’on échange latitude et longitude : {n}, par exemple {id}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events of {country} that lie far from all its others: {n}, such as {id}.</source>
      <translation>Événements ({country}) situés très loin de tous les autres : {n}, par exemple {id}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events of {country} that lie outside it: {n}, such as {id}.</source>
      <translation>Événements ({country}) situés hors du pays : {n}, par exemple {id}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events of {country} with ids of another country: {n}, such as {id}.</source>
      <translation>Événements ({country}) avec des identifiants d’un autre pays : {n}, par exemple {id}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events placed to a region or country only: {n}, such as {id}. They stay out of rings and footprints.</source>
      <translation>Événements situés seulement dans une région ou un pays : {n}, par exemple {id}. Ils restent hors des périmètres et des empreintes.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events that end before they start: {n}, such as {id}.</source>
      <translation>Événements qui finissent avant de commencer : {n}, par exemple {id}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events whose ids differ from another one only in capitals: {n}, such as {id}.</source>
      <translation>Événements dont l’identifiant ne diffère d’un autre que par les majuscules : {n}, par exemple {id}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Events without a country: {n}, such as {id}. Counts by country or region leave them out.</source>
      <translation>Événements sans pays : {n}, par exemple {id}. Les comptes par pays ou région les écartent.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Names that look garbled, because somebody saved the file in a wrong encoding: {n}, such as “{name}”.</source>
      <translation>Noms d’apparence altérée, le fichier ayant été enregistré dans un mauvais encodage : {n}, par exemple « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>Rows in which {problem}: {n}. It is left empty there.</source>
      <translation>Lignes où {problem} : {n}. Le champ y reste vide.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>The file has no event at all in {months}.</source>
      <translation>Le fichier n’a aucun événement pour : {months}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>The last event is of {last}, {n} days before the end of {period}.</source>
      <translation>Le dernier événement est du {last}, {n} jours avant la fin de la période ({period}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>The same in other countries: {n} ({countries} countries).</source>
      <translation>De même dans d’autres pays : {n} ({countries} pays).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/notices.py" />
      <source>{country} has no event in {months}; it usually has {n} a month.</source>
      <translation>{country} : aucun événement pour {months} ; d’habitude {n} par mois.</translation>
    </message>
  </context>
  <context>
    <name>Numbers</name>
    <message>
      <location filename="../../plugin/gui/numbers.py" />
      <source>Radii</source>
      <translation>Rayons</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/numbers.py" />
      <source>Radius</source>
      <translation>Rayon</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/numbers.py" />
      <source>There is one radius for all discs.</source>
      <translation>Il y a un seul rayon pour tous les disques.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/numbers.py" />
      <source>Write one number of kilometres, such as 2.5.</source>
      <translation>Écrivez un nombre de kilomètres, par exemple 2.5.</translation>
    </message>
  </context>
  <context>
    <name>Outputs</name>
    <message>
      <location filename="../../plugin/gis/outputs.py" />
      <source>Save the result as GeoPackage.</source>
      <translation>Enregistrez le résultat en GeoPackage.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/outputs.py" />
      <source>This file format cannot keep the columns {names}.</source>
      <translation>Ce format de fichier ne peut pas garder les colonnes {names}.</translation>
    </message>
  </context>
  <context>
    <name>Over time</name>
    <message>
      <location filename="../../plugin/gis/over_time.py" />
      <source>(no zone)</source>
      <translation>(sans zone)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/over_time_algorithm.py" />
      <source>; geodesic distance (WGS 84) at most {radius} km from {latitude}, {longitude}</source>
      <translation> ; distance géodésique (WGS 84) d’au plus {radius} km de {latitude}, {longitude}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/over_time_algorithm.py" />
      <source>A ring needs a centre and a radius.</source>
      <translation>Un cercle demande un centre et un rayon.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/over_time_algorithm.py" />
      <source>Centre of a ring (empty: no ring)</source>
      <translation>Centre d’un cercle (vide : pas de cercle)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/counts_over_time_dialog.py" />
      <source>Chart</source>
      <translation>Graphique</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/counts_over_time_dialog.py" />
      <source>Chart: counts</source>
      <translation>Graphique : nombres</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/counts_over_time_dialog.py" />
      <source>Chart: every earlier 12 months</source>
      <translation>Graphique : tous les 12 mois antérieurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/counts_over_time_dialog.py" />
      <source>Chart: years, with the projection</source>
      <translation>Graphique : années, avec la projection</translation>
    </message>
    <message>
      <location filename="../../plugin/core/counts_over_time.py" />
      <source>Choose longer steps or shorter periods.</source>
      <translation>Choisissez des pas plus longs ou des périodes plus courtes.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/counts_over_time.py" />
      <source>Choose one of: {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/live_over_time.py" />
      <source>Counted: {selection}; {where}. The file covers {start} to {end}.</source>
      <translation>Comptés : {selection} ; {where}. Le fichier couvre du {start} au {end}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Day</source>
      <translation>Jour</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Event type</source>
      <translation>Type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/counts_over_time_dialog.py" />
      <source>Events by {step}</source>
      <translation>Événements par {step}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/over_time_algorithm.py" />
      <source>Events that were counted</source>
      <translation>Événements comptés</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/live_over_time.py" />
      <source>Events {where}</source>
      <translation>Événements {where}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Everywhere</source>
      <translation>Partout</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Family of actors</source>
      <translation>Famille d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/over_time_algorithm.py" />
      <source>Give both, or neither to count everywhere.</source>
      <translation>Donnez les deux, ou aucun pour compter partout.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/over_time.py" />
      <source>Group by region, or add the regions to resources/regions.csv.</source>
      <translation>Répartissez par région, ou ajoutez les régions à resources/regions.csv.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Group of actors</source>
      <translation>Groupe d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Half-year</source>
      <translation>Semestre</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Month</source>
      <translation>Mois</translation>
    </message>
    <message>
      <location filename="../../plugin/core/counts_over_time.py" />
      <source>No period is given.</source>
      <translation>Aucune période n’est donnée.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/counts_over_time_dialog.py" />
      <source>No table is ticked.</source>
      <translation>Aucune table n’est cochée.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/over_time.py" />
      <source>No zone is known for these regions.</source>
      <translation>Aucune zone n’est connue pour ces régions.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Nothing: one line for each step</source>
      <translation>Rien : une ligne par pas</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/counts_over_time_dialog.py" />
      <source>Pace, record and chart appear here.</source>
      <translation>Le rythme, le record et le graphique paraissent ici.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/counts_over_time_dialog.py" />
      <source>Projection of the year</source>
      <translation>Projection de l’année</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Quarter</source>
      <translation>Trimestre</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/over_time_algorithm.py" />
      <source>Radius in km</source>
      <translation>Rayon en km</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/counts_over_time_dialog.py" />
      <source>Record of {period}</source>
      <translation>Record de {period}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Region</source>
      <translation>Région</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>The last 12 months</source>
      <translation>Les 12 derniers mois</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>The last {n} years</source>
      <translation>Les {n} dernières années</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>The two periods</source>
      <translation>Les deux périodes</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>The whole file</source>
      <translation>Tout le fichier</translation>
    </message>
    <message>
      <location filename="../../plugin/core/counts_over_time.py" />
      <source>This table would have {n} rows.</source>
      <translation>Cette table aurait {n} lignes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/counts_over_time_dialog.py" />
      <source>Tick at least one of the tables.</source>
      <translation>Cochez au moins une des tables.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Week</source>
      <translation>Semaine</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Within a distance of a place</source>
      <translation>À une certaine distance d’un lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Year</source>
      <translation>Année</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_choices.py" />
      <source>Zone (north, centre, south)</source>
      <translation>Zone (nord, centre, sud)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_where.py" />
      <source>everywhere in the file</source>
      <translation>partout dans le fichier</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/live_over_time.py" />
      <source>expected in {year}
(95 %: {low} to {high})</source>
      <translation>attendus en {year}
(95 % : {low} à {high})</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/over_time_where.py" />
      <source>in {names}</source>
      <translation>dans {names}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/live_over_time.py" />
      <source>in {year}</source>
      <translation>en {year}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/over_time.py" />
      <source>within {radius} km of {place}</source>
      <translation>à moins de {radius} km de {place}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/counts_over_time.py" />
      <source>{days} of {all} days counted</source>
      <translation>{days} jours comptés sur {all}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/live_over_time.py" />
      <source>{title}, {period}</source>
      <translation>{title}, {period}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/counts_over_time.py" />
      <source>“{text}” is not a step of time.</source>
      <translation>« {text} » n’est pas un pas de temps.</translation>
    </message>
  </context>
  <context>
    <name>Overlap</name>
    <message>
      <location filename="../../plugin/core/overlap.py" />
      <source>{period}, {radius} km: {several} events lie in more than one of the areas. The counts add up to {summed}, the events are {events}.</source>
      <translation>{period}, {radius} km : {several} événements sont dans plus d’une des zones. La somme des nombres est {summed}, les événements sont {events}.</translation>
    </message>
  </context>
  <context>
    <name>Pace</name>
    <message>
      <location filename="../../plugin/core/pace.py" />
      <source>At least one day of the year has to be covered by the data.</source>
      <translation>Les données doivent couvrir au moins un jour de l’année.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/pace.py" />
      <source>{n} events in {observed} days, {remaining} to come cannot be projected.</source>
      <translation>{n} événements en {observed} jours, {remaining} à venir : aucune projection possible.</translation>
    </message>
  </context>
  <context>
    <name>Parameters</name>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>An event's region comes from</source>
      <translation>La région d’un événement vient de</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>At least this many fatalities</source>
      <translation>Au moins ce nombre de morts</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Count only what the layer's filter and selection leave</source>
      <translation>Ne compter que ce que laissent le filtre et la sélection de la couche</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Dataset</source>
      <translation>Jeu de données</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Date precision at most</source>
      <translation>Précision de la date, au plus</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Earlier period</source>
      <translation>Période antérieure</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Event types, separated by ; (* for all)</source>
      <translation>Types d’événement, séparés par ; (* pour tous)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Events against civilians</source>
      <translation>Événements contre des civils</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Field with the regions' names</source>
      <translation>Champ des noms de régions</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Give text with ; between its parts.</source>
      <translation>Donnez un texte dont les parties sont séparées par ;</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Groups or families on the opposite side</source>
      <translation>Groupes ou familles du côté opposé</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Groups or families, separated by ;</source>
      <translation>Groupes ou familles, séparés par ;</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Later period</source>
      <translation>Période récente</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Only in these countries, separated by ;</source>
      <translation>Seulement dans ces pays, séparés par ;</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Only in these regions or zones, separated by ;</source>
      <translation>Seulement dans ces régions ou zones, séparées par ;</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Periods, separated by ;</source>
      <translation>Périodes, séparées par ;</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Place precision at most</source>
      <translation>Précision du lieu, au plus</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Regions (empty: QGIS's own world map)</source>
      <translation>Régions (vide : la carte du monde de QGIS)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Side of the groups</source>
      <translation>Côté des groupes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>Sub-event types, separated by ;</source>
      <translation>Sous-types d’événement, séparés par ;</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>This is no text.</source>
      <translation>Ce n’est pas un texte.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/parameters.py" />
      <source>such as 2023-H1, 2023, 2023-06 or 2023-01-01/2023-06-30</source>
      <translation>par exemple 2023-H1, 2023, 2023-06 ou 2023-01-01/2023-06-30</translation>
    </message>
  </context>
  <context>
    <name>Periods</name>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>Choose two periods without a common day.</source>
      <translation>Choisissez deux périodes sans jour commun.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>Name the periods, or load a file that covers more.</source>
      <translation>Nommez les périodes, ou chargez un fichier qui couvre davantage.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>Swap the two periods.</source>
      <translation>Échangez les deux périodes.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>The earlier period ({a}) lies after the later one ({b}).</source>
      <translation>La période antérieure ({a}) vient après la période récente ({b}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>The file covers a single day, {day}: there are no two periods to compare.</source>
      <translation>Le fichier couvre un seul jour, {day} : il n’y a pas deux périodes à comparer.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>The period ends ({end}) before it starts ({start}).</source>
      <translation>La période finit ({end}) avant de commencer ({start}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>The periods {a} and {b} overlap, so the same events would stand in both.</source>
      <translation>Les périodes {a} et {b} se chevauchent : les mêmes événements seraient dans les deux.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>Write the earlier date first: {end}/{start}.</source>
      <translation>Écrivez la date antérieure d’abord : {end}/{start}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>Write two dates as 2023-01-01/2023-06-30, or 2023, 2023-H1, 2023-Q2, 2023-06, or P12M/2023-06-30 for the 12 months that end then.</source>
      <translation>Écrivez deux dates ainsi : 2023-01-01/2023-06-30, ou 2023, 2023-H1, 2023-Q2, 2023-06, ou P12M/2023-06-30 pour les 12 mois qui finissent alors.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>Write year-month-day, such as 2023-06-30.</source>
      <translation>Écrivez année-mois-jour, par exemple 2023-06-30.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>{first} to {last} {year}</source>
      <translation>{first} à {last} {year}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>{first} {first_year} to {last} {last_year}</source>
      <translation>{first} {first_year} à {last} {last_year}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>{month} {year}</source>
      <translation>{month} {year}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>{start} to {end}</source>
      <translation>{start} au {end}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>“{text}” is not a date.</source>
      <translation>« {text} » n’est pas une date.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/periods.py" />
      <source>“{text}” is not a period.</source>
      <translation>« {text} » n’est pas une période.</translation>
    </message>
  </context>
  <context>
    <name>Periods row</name>
    <message>
      <location filename="../../plugin/gui/periods_row.py" />
      <source>A period is missing.</source>
      <translation>Il manque une période.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/periods_row.py" />
      <source>Choose one from the list, or write it: 2023-H1, 2023-Q2, 2023, 2023-06.</source>
      <translation>Choisissez-en une dans la liste, ou écrivez-la : 2023-H1, 2023-Q2, 2023, 2023-06.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/periods_row.py" />
      <source>{later}, against {earlier}</source>
      <translation>{later}, contre {earlier}</translation>
    </message>
  </context>
  <context>
    <name>Places</name>
    <message>
      <location filename="../../plugin/gis/places_layer.py" />
      <source>By place: {events}</source>
      <translation>Par lieu : {events}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_places.py" />
      <source>Events at a place</source>
      <translation>Événements en un lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/core/places.py" />
      <source>Give kilometres, such as 50,100,150.</source>
      <translation>Donnez des kilomètres, par exemple 50,100,150.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/places.py" />
      <source>Give numbers of kilometres above 0, such as 50,100,150.</source>
      <translation>Donnez des nombres de kilomètres supérieurs à 0, par exemple 50,100,150.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/places.py" />
      <source>No distance is given.</source>
      <translation>Aucune distance n’est donnée.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_places.py" />
      <source>{n} events at {place} and within 10 km</source>
      <translation>{place} et 10 km autour, événements : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/places.py" />
      <source>“{text}” is not a distance.</source>
      <translation>« {text} » n’est pas une distance.</translation>
    </message>
  </context>
  <context>
    <name>Plugin</name>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Actors…</source>
      <translation>Acteurs…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Buffer counts…</source>
      <translation>Comptage par rayon…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Change the groups of actors: names, families, colours, order, patterns</source>
      <translation>Modifier les groupes d’acteurs : noms, familles, couleurs, ordre, motifs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Choose what colour, shape and size of the marks say</source>
      <translation>Choisir ce que disent la couleur, la forme et la taille des symboles</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_action.py" />
      <source>Choose which events show, and when: groups, types, text, a histogram over time</source>
      <translation>Choisir les événements affichés, et quand : groupes, types, texte, un histogramme dans le temps</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Click on the map to read the events there, one by one</source>
      <translation>Cliquer sur la carte pour y lire les événements un par un</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Compare periods…</source>
      <translation>Comparer des périodes…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Compare the events of two periods by region, zone, group or type</source>
      <translation>Comparer les événements de deux périodes par région, zone, groupe ou type</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Correct event…</source>
      <translation>Corriger l’événement…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Correct the event that is selected: place, actor, type, or leave it out</source>
      <translation>Corriger l’événement sélectionné : lieu, acteurs, type, ou l’écarter</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Count events by month or year, project the year, find records</source>
      <translation>Compter les événements par mois ou par année, projeter l’année, trouver les records</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Count events within some distance of a place, in two periods</source>
      <translation>Compter les événements à une certaine distance d’un lieu, sur deux périodes</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Event card</source>
      <translation>Fiche d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_action.py" />
      <source>Every result as table, chart and text; list its events, run it again</source>
      <translation>Chaque résultat comme tableau, graphique et texte ; lister ses événements, le relancer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_action.py" />
      <source>Filter and time</source>
      <translation>Filtre et temps</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>List the corrections of events: withdraw, decide, export, import</source>
      <translation>Lister les corrections d’événements : retirer, trancher, exporter, importer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Load events from a file, with every row accounted for</source>
      <translation>Charger les événements d’un fichier, chaque ligne justifiée</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Load events…</source>
      <translation>Charger des événements…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Make a page to send: map, figures, definitions, source</source>
      <translation>Créer une page à envoyer : carte, chiffres, définitions, source</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Make brief…</source>
      <translation>Créer une note…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Map the area of the places with recorded events, region by region</source>
      <translation>Cartographier la surface des lieux avec événements recensés, région par région</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Over time…</source>
      <translation>Dans le temps…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Region footprints…</source>
      <translation>Empreintes par région…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/filter_action.py" />
      <source>Results</source>
      <translation>Résultats</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Rulings…</source>
      <translation>Corrections…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>Style events…</source>
      <translation>Style des événements…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/main.py" />
      <source>{problem} Click one of its buttons to see what to do.</source>
      <translation>{problem} Cliquez un de ses boutons pour savoir que faire.</translation>
    </message>
  </context>
  <context>
    <name>Presets</name>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>12 months before and after {day}</source>
      <translation>12 mois avant et après le {day}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>Last 12 months</source>
      <translation>12 derniers mois</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>Last 12 months against the 12 before</source>
      <translation>12 derniers mois contre les 12 précédents</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>Last half-year against the one before</source>
      <translation>Dernier semestre contre le précédent</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>Last half-year against the same a year before</source>
      <translation>Dernier semestre contre le même, un an avant</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>Last month against the one before</source>
      <translation>Dernier mois contre le précédent</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>Last quarter against the one before</source>
      <translation>Dernier trimestre contre le précédent</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>Own dates</source>
      <translation>Dates au choix</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>Second half of the file against the first</source>
      <translation>Seconde moitié du fichier contre la première</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>Since {day}</source>
      <translation>Depuis le {day}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>Year to date</source>
      <translation>Année en cours</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/presets.py" />
      <source>Year to date against the same days last year</source>
      <translation>Année en cours contre les mêmes jours un an avant</translation>
    </message>
  </context>
  <context>
    <name>Preview</name>
    <message>
      <location filename="../../plugin/gui/preview_table.py" />
      <source>(no name)</source>
      <translation>(sans nom)</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/preview_table.py" />
      <source>First rows of the file</source>
      <translation>Premières lignes du fichier</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/preview_table.py" />
      <source>Guessed: {why}.</source>
      <translation>Supposé : {why}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/preview_table.py" />
      <source>What the column {name} is taken for</source>
      <translation>Sens de la colonne {name}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/preview_table.py" />
      <source>not used</source>
      <translation>non utilisée</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/preview_table.py" />
      <source>taken for</source>
      <translation>sens</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/preview_table.py" />
      <source>{column} (guessed)</source>
      <translation>{column} (supposé)</translation>
    </message>
  </context>
  <context>
    <name>Provenance</name>
    <message>
      <location filename="../../plugin/gis/provenance.py" />
      <source>Check that the file may be written and is not open elsewhere.</source>
      <translation>Vérifiez que le fichier peut être écrit et n’est pas ouvert ailleurs.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/provenance.py" />
      <source>SYNTHETIC: made from invented events, for trials only.</source>
      <translation>SYNTHÉTIQUE : fait d’événements inventés, pour des essais seulement.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/provenance.py" />
      <source>Source: {name}</source>
      <translation>Source : {name}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/provenance.py" />
      <source>Style or metadata cannot be saved ({reason}).</source>
      <translation>Le style ou les métadonnées ne peuvent pas être enregistrés ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/provenance.py" />
      <source>The result cannot be opened again to style it.</source>
      <translation>Le résultat ne peut pas être rouvert pour lui donner un style.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/provenance.py" />
      <source>accessed {date}</source>
      <translation>consulté le {date}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/provenance.py" />
      <source>another program is writing to the file</source>
      <translation>un autre programme écrit dans le fichier</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/provenance.py" />
      <source>{n} rulings of analysts in force.</source>
      <translation>Corrections d’analystes en vigueur : {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/provenance.py" />
      <source>{time}: made with Flashpoints {version}</source>
      <translation>{time} : fait avec Flashpoints {version}</translation>
    </message>
  </context>
  <context>
    <name>Rates</name>
    <message>
      <location filename="../../plugin/core/rates.py" />
      <source>A confidence of {value} is not between 0 and 1.</source>
      <translation>Un niveau de confiance de {value} n’est pas entre 0 et 1.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rates.py" />
      <source>The usual value is 0.95.</source>
      <translation>La valeur usuelle est 0.95.</translation>
    </message>
  </context>
  <context>
    <name>Reading</name>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>Check the path.</source>
      <translation>Vérifiez le chemin.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>Choose a table with one column name after another in its first line.</source>
      <translation>Choisissez une table dont la première ligne porte les noms des colonnes.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>Choose the exported CSV file.</source>
      <translation>Choisissez le fichier CSV exporté.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>Choose the file in it.</source>
      <translation>Choisissez le fichier qu’il contient.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>Close it in other programs, or check your rights to it.</source>
      <translation>Fermez-le dans les autres programmes, ou vérifiez vos droits d’accès.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>Export it again from the source.</source>
      <translation>Exportez-le de nouveau depuis la source.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/reading.py" />
      <source>Export it again, with a wider choice of dates or countries.</source>
      <translation>Exportez-le de nouveau, avec plus de dates ou de pays.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>Fetch it again, or choose another file.</source>
      <translation>Téléchargez-le de nouveau, ou choisissez un autre fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>Fetch it again, or save it anew from the program that made it.</source>
      <translation>Téléchargez-le de nouveau, ou enregistrez-le encore depuis le programme qui l’a fait.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>Fetch it again, or unpack it and choose the file in it.</source>
      <translation>Téléchargez-la de nouveau, ou décompressez-la et choisissez le fichier qu’elle contient.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>Load it in QGIS, which reads workbooks, or save it as CSV.</source>
      <translation>Chargez-le dans QGIS, qui lit les classeurs, ou enregistrez-le en CSV.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>Name the one to load (TABLE), or unpack it.</source>
      <translation>Nommez celui à charger (TABLE), ou décompressez l’archive.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>Perhaps the site wanted you to log in: fetch the file again.</source>
      <translation>Le site voulait peut-être une connexion : téléchargez de nouveau le fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>Read from {name} in the archive.</source>
      <translation>Lu dans l’archive : {name}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>Text in {encoding}, columns separated by {delimiter}.</source>
      <translation>Texte en {encoding}, colonnes séparées par des {delimiter}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>The archive (ZIP or GZIP) is damaged or of an unknown kind ({reason}).</source>
      <translation>L’archive (ZIP ou GZIP) est endommagée ou d’un genre inconnu ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>The archive holds no file “{wanted}”. It holds: {names}.</source>
      <translation>L’archive ne contient pas de fichier « {wanted} ». Elle contient : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>The archive holds {n} files that may be meant: {names}.</source>
      <translation>L’archive contient {n} fichiers possibles : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>The archive is empty.</source>
      <translation>L’archive est vide.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>The archive is locked with a password.</source>
      <translation>L’archive est protégée par un mot de passe.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>The file cannot be opened: {reason}.</source>
      <translation>Le fichier ne peut pas être ouvert : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/reading.py" />
      <source>The file has column names but no rows.</source>
      <translation>Le fichier a des noms de colonnes mais aucune ligne.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>The file is empty.</source>
      <translation>Le fichier est vide.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>The first line holds no column names.</source>
      <translation>La première ligne ne porte pas de noms de colonnes.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>The workbook is damaged, or only a part of it is there.</source>
      <translation>Le classeur est endommagé, ou il n’en reste qu’une partie.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>There is no such file.</source>
      <translation>Ce fichier n’existe pas.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>This file holds binary data, not a text table.</source>
      <translation>Ce fichier contient des données binaires, pas une table de texte.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>This is a folder, not a file.</source>
      <translation>C’est un dossier, pas un fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>This is a web page, whatever its name says, not a table.</source>
      <translation>C’est une page web, quoi que dise son nom, pas une table.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>This is a workbook, not a text table.</source>
      <translation>C’est un classeur, pas une table de texte.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>This is a {kind} file, whatever its name says, not a text table.</source>
      <translation>C’est un fichier {kind}, quoi que dise son nom, pas une table de texte.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/archives.py" />
      <source>Unpack it, and choose the file in it.</source>
      <translation>Décompressez-la, et choisissez le fichier qu’elle contient.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>commas</source>
      <translation>virgules</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>semicolons</source>
      <translation>points-virgules</translation>
    </message>
    <message>
      <location filename="../../plugin/core/textfile.py" />
      <source>tabs</source>
      <translation>tabulations</translation>
    </message>
  </context>
  <context>
    <name>Recipes</name>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>Choose a date within that span, or leave it empty for its last day.</source>
      <translation>Choisissez une date dans cet intervalle, ou laissez vide pour le dernier jour.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>Copy it from the recipe that comes with the plugin.</source>
      <translation>Copiez-le de la recette fournie avec l’extension.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>It has: {names}.</source>
      <translation>Il y a : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>It may use: {names}.</source>
      <translation>Champs possibles : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>Start from a copy of resources/recipes/brief.json.</source>
      <translation>Partez d’une copie de resources/recipes/brief.json.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>The events do not cover {what}: they run from {start} to {end}.</source>
      <translation>Les événements ne couvrent pas {what} : ils vont du {start} au {end}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>The file is not a recipe of the format {format}.</source>
      <translation>Le fichier n’est pas une recette du format {format}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>The recipe cannot be read ({reason}).</source>
      <translation>La recette ne peut pas être lue ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>The recipe has no text “{key}” in the language {language}.</source>
      <translation>La recette n’a pas de texte « {key} » dans la langue {language}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>The recipe has no texts in the language “{language}”.</source>
      <translation>La recette n’a pas de textes dans la langue « {language} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>The recipe is not valid JSON: {reason} in line {line}.</source>
      <translation>La recette n’est pas du JSON valable : {reason}, ligne {line}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>The recipe lacks: {names}.</source>
      <translation>Il manque à la recette : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>The text “{key}” has a placeholder that cannot be filled ({reason}).</source>
      <translation>Le texte « {key} » a un champ qui ne peut pas être rempli ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/recipes.py" />
      <source>“{kind}” is not a kind of figure; there is {names}.</source>
      <translation>« {kind} » n’est pas un genre de chiffre ; il y a {names}.</translation>
    </message>
  </context>
  <context>
    <name>Reclassify</name>
    <message>
      <location filename="../../plugin/gis/reclassifying.py" />
      <source>And {n} more.</source>
      <translation>Et {n} de plus.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/reclassifying.py" />
      <source>Line {line}: </source>
      <translation>Ligne {line} : </translation>
    </message>
    <message>
      <location filename="../../plugin/gis/reclassifying.py" />
      <source>The store is as it was.</source>
      <translation>La base est telle qu’avant.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/reclassifying.py" />
      <source>The table of actors cannot be used. {problems}</source>
      <translation>La table des acteurs ne peut pas être utilisée. {problems}</translation>
    </message>
  </context>
  <context>
    <name>ReclassifyEvents</name>
    <message>
      <location filename="../../plugin/gis/algorithms/reclassifyevents.py" />
      <source>Event store, or a layer of it</source>
      <translation>Base d’événements, ou une de ses couches</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/reclassifyevents.py" />
      <source>Groups of actors can be kept in an event store only.</source>
      <translation>Des groupes d’acteurs ne peuvent être gardés que dans une base d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/reclassifyevents.py" />
      <source>Load the events into a store with “Load events”, and give its layer.</source>
      <translation>Chargez les événements dans une base avec « Charger des événements », et donnez sa couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/reclassifyevents.py" />
      <source>Names without a group: {n}, in {events} events.</source>
      <translation>Noms sans groupe : {n}, dans {events} événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/reclassifyevents.py" />
      <source>Only say what would change</source>
      <translation>Dire seulement ce qui changerait</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/reclassifyevents.py" />
      <source>Puts a table of actor groups, families, colours, order and patterns into an event store and finds the groups of all its events again. The table stays with the store, so that a colleague who opens it sees the same groups. It is a CSV file, such as the window Actors… exports; without a file the store's own table is applied again. What the source coded is not touched. Layers that look as Flashpoints made them get the new colours and counts.</source>
      <translation>Met dans une base d’événements une table de groupes d’acteurs, familles, couleurs, ordre et motifs, et retrouve les groupes de tous ses événements. La table reste avec la base : un collègue qui l’ouvre voit les mêmes groupes. C’est un fichier CSV, tel que la fenêtre Acteurs… l’exporte ; sans fichier, la table de la base est appliquée de nouveau. Ce que la source a codé n’est pas touché. Les couches restées telles que Flashpoints les a faites reçoivent les nouvelles couleurs et les nouveaux nombres.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/reclassifyevents.py" />
      <source>Reclassify events by actors</source>
      <translation>Reclasser les événements par acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/reclassifyevents.py" />
      <source>Table of actors (CSV)</source>
      <translation>Table des acteurs (CSV)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/reclassifyevents.py" />
      <source>The store was of an older version; a copy of it is {name}.</source>
      <translation>La base était d’une version plus ancienne ; une copie en est gardée : {name}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/reclassifyevents.py" />
      <source>{changed} of {n} events changed their groups.</source>
      <translation>Événements dont les groupes ont changé : {changed} sur {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/reclassifyevents.py" />
      <source>{changed} of {n} events would change their groups.</source>
      <translation>Événements dont les groupes changeraient : {changed} sur {n}.</translation>
    </message>
  </context>
  <context>
    <name>Record</name>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>, those to {end}</source>
      <translation>, ceux jusqu’au {end}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rolling.py" />
      <source>Compared with {n} windows of {months} months only, all of which overlap: from {start} to {end}.</source>
      <translation>Comparé à {n} fenêtres de {months} mois seulement, qui se recouvrent toutes : du {start} au {end}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rolling.py" />
      <source>Compared with {n} windows of {months} months, from {start} to {end}.</source>
      <translation>Comparé à {n} fenêtres de {months} mois, du {start} au {end}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rolling.py" />
      <source>The file starts on {start}: no window of {n} months lies between that and {period}.</source>
      <translation>Le fichier commence le {start} : aucune fenêtre de {n} mois ne tient entre ce jour et {period}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rolling.py" />
      <source>The last eight weeks before {end} are provisional: events may still be added.</source>
      <translation>Les huit dernières semaines avant le {end} sont provisoires : des événements peuvent encore s’ajouter.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rolling.py" />
      <source>The period is longer than the windows it is compared with.</source>
      <translation>La période est plus longue que les fenêtres auxquelles elle est comparée.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>Whether {period} is a record is not known: {reason}</source>
      <translation>On ne sait pas si la période {period} est un record : {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rolling.py" />
      <source>Write months, such as P12M for 12 months or P6M for 6.</source>
      <translation>Écrivez des mois, comme P12M pour 12 mois ou P6M pour 6.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>{period} ({n} events) is a record: no earlier {months} months had more than {most}{when}.</source>
      <translation>Record : {period} ({n} événements) ; jamais {months} mois antérieurs n’en ont eu plus de {most}{when}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>{period} ({n} events) is no record: {months} months had as many before{when}.</source>
      <translation>Pas de record : {period} ({n} événements) ; {months} mois antérieurs en ont eu autant{when}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>{period} ({n} events) is no record: {months} months had {most} before{when}.</source>
      <translation>Pas de record : {period} ({n} événements) ; {months} mois antérieurs en ont eu {most}{when}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rolling.py" />
      <source>“{text}” is no length of a window.</source>
      <translation>« {text} » n’est pas une longueur de fenêtre.</translation>
    </message>
  </context>
  <context>
    <name>Region footprints</name>
    <message>
      <location filename="../../plugin/gui/region_footprints_dialog.py" />
      <source>Footprint, {rest}</source>
      <translation>Empreinte, {rest}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/region_footprints_dialog.py" />
      <source>Land with recorded events</source>
      <translation>Terrain avec des événements recensés</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/region_footprints_dialog.py" />
      <source>Ra&amp;dius, km</source>
      <translation>&amp;Rayon, km</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/region_footprints_dialog.py" />
      <source>Si&amp;de, km</source>
      <translation>Côté, &amp;km</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/region_footprints_dialog.py" />
      <source>The areas of both periods appear here.</source>
      <translation>Les aires des deux périodes s’affichent ici.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/region_footprints_dialog.py" />
      <source>The change of the footprint of each region</source>
      <translation>La variation de l’empreinte de chaque région</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/region_footprints_dialog.py" />
      <source>cells of a grid that hold a place</source>
      <translation>mailles d’une grille qui contiennent un lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/region_footprints_dialog.py" />
      <source>discs round the places</source>
      <translation>disques autour des lieux</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/region_footprints_dialog.py" />
      <source>events of the footprint, {period}</source>
      <translation>événements de l’empreinte, {period}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/region_footprints_dialog.py" />
      <source>{title}, by size</source>
      <translation>{title}, selon la taille</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/region_footprints_dialog.py" />
      <source>{title}, change</source>
      <translation>{title}, changement</translation>
    </message>
  </context>
  <context>
    <name>RegionFootprints</name>
    <message>
      <location filename="../../plugin/gis/footprint_study.py" />
      <source>A change needs two periods; there are {n}.</source>
      <translation>Un changement demande deux périodes ; il y en a {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/footprint_study.py" />
      <source>Area with recorded events: cells of {km} km (equal area) that hold an event; {selection}.</source>
      <translation>Surface avec événements recensés : cellules de {km} km (équivalentes) qui contiennent un événement ; {selection}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/footprint_study.py" />
      <source>Area with recorded events: union of geodesic discs of {km} km round the distinct event locations, cut by the regions, km2 on the WGS 84 ellipsoid; {selection}.</source>
      <translation>Surface avec événements recensés : union de disques géodésiques de {km} km autour des lieux d’événements distincts, découpée par les régions, km2 sur l’ellipsoïde WGS 84 ; {selection}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>Change between two periods</source>
      <translation>Changement entre deux périodes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>Change of: {title}</source>
      <translation>Changement : {title}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>Events that were counted</source>
      <translation>Événements comptés</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>Footprint {when}</source>
      <translation>Empreinte {when}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>Footprints</source>
      <translation>Empreintes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/footprint_study.py" />
      <source>Give two periods, such as 2022-H2;2023-H1.</source>
      <translation>Donnez deux périodes, par exemple 2022-H2;2023-H1.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>Method</source>
      <translation>Méthode</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>Radius of discs or side of cells in km (empty: 2.5 or 10)</source>
      <translation>Rayon des disques ou côté des cellules en km (vide : 2,5 ou 10)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>Region footprints</source>
      <translation>Empreintes par région</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>Sensitivity of: {title}</source>
      <translation>Sensibilité : {title}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>Sensitivity to the size</source>
      <translation>Sensibilité à la taille</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>The area of the places with recorded events: the union of geodesic discs of 2.5 km round the distinct event locations, cut by the regions and measured on the ellipsoid. Silence is not safety: land that is no longer recorded is not land that is safe.</source>
      <translation>La surface des lieux avec événements recensés : l’union de disques géodésiques de 2,5 km autour des lieux d’événements distincts, découpée par les régions et mesurée sur l’ellipsoïde. Le silence n’est pas la sécurité : une terre qui n’est plus recensée n’est pas une terre sûre.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/footprint_study.py" />
      <source>The data do not cover {period}.</source>
      <translation>Les données ne couvrent pas : {period}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/footprint_study.py" />
      <source>They cover {start} to {end}.</source>
      <translation>Elles couvrent la période du {start} au {end}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/footprint_study.py" />
      <source>Two footprints could not be set against each other: {reason}.</source>
      <translation>Deux empreintes n’ont pas pu être comparées : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_footprints.py" />
      <source>footprint of the polygon, events by the column admin1</source>
      <translation>empreinte du polygone, événements selon la colonne admin1</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/regionfootprints.py" />
      <source>{later} against {earlier}</source>
      <translation>{later} contre {earlier}</translation>
    </message>
  </context>
  <context>
    <name>RegionFootprintsDialog</name>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>&amp;Also map what is new, in both, and no longer recorded</source>
      <translation>Cartographi&amp;er aussi ce qui est nouveau, commun ou plus recensé</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>&amp;Footprint of</source>
      <translation>Empreinte &amp;selon</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>&amp;Load events…</source>
      <translation>&amp;Charger des événements…</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>Also a table of how mu&amp;ch hangs on the size</source>
      <translation>Aussi une table de l’ef&amp;fet de la taille</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>Na&amp;mes in</source>
      <translation>C&amp;hamp des noms</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>Ra&amp;dius, km</source>
      <translation>&amp;Rayon, km</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>Radius of the discs, or side of the cells</source>
      <translation>Rayon des disques, ou côté des mailles</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>Region footprints</source>
      <translation>Empreintes par région</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>The area of the places with recorded events, region by region: discs round the places, joined and cut by the regions. No record is no proof of safety.</source>
      <translation>La surface des lieux avec événements recensés, région par région : des disques autour des lieux, réunis et découpés par les régions. L’absence de signalement ne prouve pas la sécurité.</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>The column with the regions' names</source>
      <translation>La colonne des noms de régions</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>There are no events in this project yet. Load an event file first.</source>
      <translation>Ce projet n’a pas encore d’événements. Chargez d’abord un fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>What stands for a place: a disc round it, or the cell of a grid that it lies in</source>
      <translation>Ce qui représente un lieu : un disque autour de lui, ou la maille d’une grille où il tombe</translation>
    </message>
    <message>
      <location filename="../../ui/region_footprints_dialog.ui" />
      <source>Whe&amp;re</source>
      <translation>&amp;Où</translation>
    </message>
  </context>
  <context>
    <name>Regional</name>
    <message>
      <location filename="../../plugin/gis/region_names.py" />
      <source>Names of the file that stand for regions of the layer: {names}.</source>
      <translation>Noms du fichier qui désignent des régions de la couche : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_names.py" />
      <source>No region of the layer is called {names}: rows of their own, without a polygon.</source>
      <translation>Aucune région de la couche ne s’appelle {names} : lignes à part, sans polygone.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_names.py" />
      <source>No region of the layer is called {names}: their events count where their points lie.</source>
      <translation>Aucune région de la couche ne s’appelle {names} : leurs événements comptent là où tombent leurs points.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/regional.py" />
      <source>Other countries: {n} events.</source>
      <translation>Autres pays : {n} événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/regional.py" />
      <source>Regions overlap by {area} km2: what lies there counts in the first of them.</source>
      <translation>Des régions se chevauchent sur {area} km2 : ce qui s’y trouve compte dans la première.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/regional.py" />
      <source>There are: {names}.</source>
      <translation>Il y a : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_names.py" />
      <source>{names} and {n} more</source>
      <translation>{names} et {n} de plus</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_names.py" />
      <source>{name} ({n}, most in {region})</source>
      <translation>{name} ({n}, la plupart dans {region})</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_names.py" />
      <source>{n} events lie in another region than their column admin1 says: {names}.</source>
      <translation>Événements situés dans une autre région que ne le dit leur colonne admin1 : {n} ({names}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/regional.py" />
      <source>{n} events lie just outside the regions and count in the nearest one, within 10 km.</source>
      <translation>Événements situés juste hors des régions, comptés dans la plus proche, à 10 km au plus : {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_names.py" />
      <source>{n} of {all} events lie in another region than their column admin1 says: the layer’s regions seem to be of another level or of other years.</source>
      <translation>{n} événements sur {all} se trouvent dans une autre région que ne le dit leur colonne admin1 : les régions de la couche semblent être d’un autre niveau ou d’autres années.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/regional.py" />
      <source>“{name}” is neither a region nor a zone here.</source>
      <translation>« {name} » n’est ni une région ni une zone ici.</translation>
    </message>
  </context>
  <context>
    <name>Regions</name>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>(no name)</source>
      <translation>(sans nom)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>Choose a layer of polygons, such as admin-1 boundaries.</source>
      <translation>Choisissez une couche de polygones, par exemple des limites admin 1.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>Choose a layer with the country's regions.</source>
      <translation>Choisissez une couche avec les régions du pays.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/regions_row.py" />
      <source>Choose another layer, or QGIS's own world map.</source>
      <translation>Choisissez une autre couche, ou la carte du monde de QGIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>Choose another.</source>
      <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>Its fields are: {names}.</source>
      <translation>Ses champs sont : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>Mend its polygon, or leave it out.</source>
      <translation>Réparez son polygone, ou écartez-la.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/regions_row.py" />
      <source>QGIS's own world map</source>
      <translation>Carte du monde de QGIS</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>QGIS's world map (Natural Earth)</source>
      <translation>Carte du monde de QGIS (Natural Earth)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>QGIS's world map has no regions for “{country}”.</source>
      <translation>La carte du monde de QGIS n’a pas de régions pour « {country} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>Say which field holds the names of the regions.</source>
      <translation>Dites quel champ porte les noms des régions.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>Set the layer's right coordinate reference system.</source>
      <translation>Donnez à la couche son vrai système de coordonnées de référence.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/regions_row.py" />
      <source>The layer has no text column with the regions' names.</source>
      <translation>La couche n’a pas de colonne de texte avec les noms des régions.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>The region “{name}” has no area.</source>
      <translation>La région « {name} » n’a pas de surface.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>The regions layer has no field with names.</source>
      <translation>La couche de régions n’a pas de champ avec des noms.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>The regions layer has no field “{name}”.</source>
      <translation>La couche de régions n’a pas de champ « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>The regions layer has polygons that are nowhere on Earth in its reference system.</source>
      <translation>La couche de régions a des polygones qui ne sont nulle part sur Terre dans son système de référence.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>The regions layer holds no polygons.</source>
      <translation>La couche de régions ne contient pas de polygones.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/region_sources.py" />
      <source>The regions layer is empty.</source>
      <translation>La couche de régions est vide.</translation>
    </message>
  </context>
  <context>
    <name>Report</name>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>Actor names that no pattern matches, by events</source>
      <translation>Noms d’acteurs qu’aucun motif ne trouve, par nombre d’événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>Dates covered: {start} to {end}.</source>
      <translation>Dates couvertes : du {start} au {end}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>Filtered out by country</source>
      <translation>Écartées par pays</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>Import of {file}</source>
      <translation>Importation : {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>Merged into another row of the same event</source>
      <translation>Fusionnées dans une autre ligne du même événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>Rejected</source>
      <translation>Rejetées</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>Rows read</source>
      <translation>Lignes lues</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>SHA-256: {hash}</source>
      <translation>SHA-256 : {hash}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>SYNTHETIC data: not real events.</source>
      <translation>Données SYNTHÉTIQUES : aucun événement réel.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>The table rejected_rows of the store holds them, with their row numbers.</source>
      <translation>La table rejected_rows de la base les contient, avec leur numéro de ligne.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>What became of the rows</source>
      <translation>Ce que sont devenues les lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>What looks wrong (nothing was left out for it)</source>
      <translation>Ce qui paraît faux (rien n’a été écarté pour cela)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/import_report.py" />
      <source>Why rows were rejected</source>
      <translation>Pourquoi des lignes ont été rejetées</translation>
    </message>
  </context>
  <context>
    <name>Requirements</name>
    <message>
      <location filename="../../plugin/requirements_check.py" />
      <source>Add these Python libraries to the Python that QGIS uses, with your system's package manager: {names}. Then start QGIS again.</source>
      <translation>Ajoutez ces bibliothèques Python au Python de QGIS, avec le gestionnaire de paquets de votre système : {names}. Puis redémarrez QGIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/requirements_check.py" />
      <source>Flashpoints cannot calculate here: this QGIS lacks {names}. Everything else in QGIS works as before.</source>
      <translation>Flashpoints ne peut pas calculer ici : il manque à ce QGIS {names}. Le reste de QGIS fonctionne comme avant.</translation>
    </message>
    <message>
      <location filename="../../plugin/requirements_check.py" />
      <source>In a terminal: {command}. On a computer without internet, install the same packages from the system's DVD or from .deb files fetched on another computer. Then start QGIS again.</source>
      <translation>Dans un terminal : {command}. Sur un ordinateur sans internet, installez les mêmes paquets depuis le DVD du système ou des fichiers .deb téléchargés sur un autre ordinateur. Puis redémarrez QGIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/requirements_check.py" />
      <source>In a terminal: {command}. Then start QGIS again.</source>
      <translation>Dans un terminal : {command}. Puis redémarrez QGIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/requirements_check.py" />
      <source>Install QGIS again from its full standalone installer (the .msi file), which brings them along. With OSGeo4W: start “OSGeo4W Setup”, choose “Advanced install”, mark {packages} and finish; on a computer without internet choose “Install from Local Directory”, with a folder that was downloaded on another computer. Then start QGIS again.</source>
      <translation>Réinstallez QGIS avec son installateur autonome complet (le fichier .msi), qui les apporte. Avec OSGeo4W : lancez « OSGeo4W Setup », choisissez « Advanced install », cochez {packages} et terminez ; sur un ordinateur sans internet, choisissez « Install from Local Directory », avec un dossier téléchargé sur un autre ordinateur. Puis redémarrez QGIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/requirements_check.py" />
      <source>Install QGIS from the official installer (the .dmg file of qgis.org), which brings them along: it works without internet once the file is on this computer. Then start QGIS again.</source>
      <translation>Installez QGIS avec l’installateur officiel (le fichier .dmg de qgis.org), qui les apporte : il fonctionne sans internet une fois le fichier sur cet ordinateur. Puis redémarrez QGIS.</translation>
    </message>
  </context>
  <context>
    <name>Result table</name>
    <message>
      <location filename="../../plugin/core/result_tables.py" />
      <source>1 row</source>
      <translation>1 ligne</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>10 km less</source>
      <translation>10 km de moins</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>10 km more</source>
      <translation>10 km de plus</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>All</source>
      <translation>Tous</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_tables.py" />
      <source>All: {later} events in {after}, {earlier} in {before}</source>
      <translation>Tout : {later} événements en {after}, {earlier} en {before}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_tables.py" />
      <source>All: {later} km² in {after}, {earlier} km² in {before}</source>
      <translation>Tout : {later} km² en {after}, {earlier} km² en {before}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_tables.py" />
      <source>All: {n} events</source>
      <translation>Tout : {n} événements</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Area with recorded events</source>
      <translation>Surface avec des événements recensés</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Area, km²</source>
      <translation>Surface, km²</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>As coded</source>
      <translation>Selon la source</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>As coded by the source, without the rulings of analysts</source>
      <translation>Selon le codage de la source, sans les décisions d’analystes</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>As coded, km²</source>
      <translation>Selon la source, km²</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>At least</source>
      <translation>Au moins</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>At most</source>
      <translation>Au plus</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Bursts</source>
      <translation>Rafales</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>By the same day</source>
      <translation>Au même jour</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Centre</source>
      <translation>Centre</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Chance of a record</source>
      <translation>Chance d’un record</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Chance of such a change where there is none, adjusted for many rows</source>
      <translation>Probabilité d’un tel changement quand il n’y en a pas, ajustée au nombre de lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Chance to pass the most events of a full earlier year</source>
      <translation>Probabilité de dépasser le maximum d’une année antérieure entière</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Change, %</source>
      <translation>Changement, %</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Days covered</source>
      <translation>Jours couverts</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Distance, km</source>
      <translation>Distance, km</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Distinct coordinates</source>
      <translation>Coordonnées distinctes</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Event type</source>
      <translation>Type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Events of the year until the same day</source>
      <translation>Événements de l’année jusqu’au même jour</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Events of which the source gives no number of killed</source>
      <translation>Événements dont la source ne donne pas le nombre de tués</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Events per covered day, later period over earlier</source>
      <translation>Événements par jour couvert, période récente sur période antérieure</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Events where the distance is 10 km less</source>
      <translation>Événements si la distance est de 10 km de moins</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Events where the distance is 10 km more</source>
      <translation>Événements si la distance est de 10 km de plus</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Family</source>
      <translation>Famille</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Footprint, km²</source>
      <translation>Emprise, km²</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>From</source>
      <translation>Du</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Group</source>
      <translation>Groupe</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Highest</source>
      <translation>Maximum</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Highest, with bursts</source>
      <translation>Maximum, avec rafales</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>It allows for events that come in bursts</source>
      <translation>Il tient compte des événements qui viennent par rafales</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Killed not known</source>
      <translation>Tués inconnus</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Land</source>
      <translation>Territoire</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Limit of the interval of the rate ratio</source>
      <translation>Limite de l’intervalle du rapport des taux</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Limit of the interval of the rate ratio; it allows for events that come in bursts</source>
      <translation>Limite de l’intervalle du rapport des taux ; elle tient compte des rafales d’événements</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Line</source>
      <translation>Ligne</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Lowest</source>
      <translation>Minimum</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Lowest, with bursts</source>
      <translation>Minimum, avec rafales</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Method</source>
      <translation>Méthode</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Most so far</source>
      <translation>Maximum jusque-là</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Near it</source>
      <translation>À proximité</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>None named</source>
      <translation>Aucun nommé</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Not said</source>
      <translation>Non dit</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Note</source>
      <translation>Remarque</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Of the counts, whatever the length of the periods</source>
      <translation>Des nombres, quelle que soit la durée des périodes</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Outside the regions</source>
      <translation>Hors des régions</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Part</source>
      <translation>Partie</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Period</source>
      <translation>Période</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Place precision</source>
      <translation>Précision du lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Place precision 1: placed in the town itself</source>
      <translation>Précision du lieu 1 : dans la localité même</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Place precision 2: near the town, or a small area coded to its town</source>
      <translation>Précision du lieu 2 : près de la localité, ou une petite zone codée à sa localité</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Place precision 3: a larger region, coded to one point of it</source>
      <translation>Précision du lieu 3 : une région plus vaste, codée en un de ses points</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Places</source>
      <translation>Lieux</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Projected</source>
      <translation>Projection</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Provisional</source>
      <translation>Provisoire</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Radius, km</source>
      <translation>Rayon, km</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Rate ratio</source>
      <translation>Rapport des taux</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Region</source>
      <translation>Région</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Region, km²</source>
      <translation>Région, km²</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Reported estimates of all sides’ dead</source>
      <translation>Estimations rapportées des morts de tous les camps</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Reported killed</source>
      <translation>Tués rapportés</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Reports of these days may still come in</source>
      <translation>Des rapports sur ces jours peuvent encore arriver</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Share of region, %</source>
      <translation>Part de la région, %</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Size, km</source>
      <translation>Taille, km</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>The source does not say how well the place is known</source>
      <translation>La source ne dit pas avec quelle précision le lieu est connu</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>To</source>
      <translation>Au</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Town known</source>
      <translation>Localité connue</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Variance of the weekly counts over their mean; 1 is chance</source>
      <translation>Variance des nombres par semaine sur leur moyenne ; 1 correspond au hasard</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Whole year / by that day</source>
      <translation>Année entière / à ce jour</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Wider area</source>
      <translation>Zone plus vaste</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Year</source>
      <translation>Année</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Zone</source>
      <translation>Zone</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>Zone together</source>
      <translation>Zone ensemble</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>discs</source>
      <translation>disques</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>grid</source>
      <translation>grille</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>in both periods</source>
      <translation>dans les deux périodes</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>newly recorded</source>
      <translation>nouvellement recensé</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>no longer recorded</source>
      <translation>plus recensé</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>p</source>
      <translation>p</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>p, adjusted</source>
      <translation>p, ajusté</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>p, with bursts</source>
      <translation>p, avec rafales</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>yes</source>
      <translation>oui</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_heads.py" />
      <source>{head}, {period}</source>
      <translation>{head}, {period}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_tables.py" />
      <source>{n} rows</source>
      <translation>{n} lignes</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_tables.py" />
      <source>{n} selected</source>
      <translation>{n} sélectionnées</translation>
    </message>
  </context>
  <context>
    <name>Result words</name>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>And {n} more, which are in the table.</source>
      <translation>Et {n} autres, qui sont dans le tableau.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>Chance alone could explain it.</source>
      <translation>Le hasard seul pourrait l’expliquer.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_sentences.py" />
      <source>Chance to pass the most of a full earlier year: {percent} %.</source>
      <translation>Probabilité de dépasser le maximum d’une année antérieure entière : {percent} %.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>Definition: {text}</source>
      <translation>Définition : {text}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>File: {name}</source>
      <translation>Fichier : {name}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>Made with Flashpoints {version} on {time} UTC; definition {id}.</source>
      <translation>Fait avec Flashpoints {version} le {time} UTC ; définition {id}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>Terms: {text}.</source>
      <translation>Conditions : {text}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>The file does not cover {later}.</source>
      <translation>Le fichier ne couvre pas {later}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_sentences.py" />
      <source>The most in any earlier window: {text}</source>
      <translation>Le maximum d’une fenêtre antérieure : {text}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>accessed {date}</source>
      <translation>consulté le {date}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{events} within {radius} km of {place}</source>
      <translation>{events} à moins de {radius} km de {place}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{name}: {area} km² with recorded events ({later})</source>
      <translation>{name} : {area} km² avec des événements recensés ({later})</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{name}: {area} km² with recorded events ({later}), {share} % of its land</source>
      <translation>{name} : {area} km² avec des événements recensés ({later}), {share} % de son territoire</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{name}: {area} km² {status}.</source>
      <translation>{name} : {area} km² {status}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_sentences.py" />
      <location filename="../../plugin/core/result_words.py" />
      <source>{name}: {text}</source>
      <translation>{name} : {text}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_sentences.py" />
      <source>{n} event</source>
      <translation>{n} événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_sentences.py" />
      <source>{n} events</source>
      <translation>{n} événements</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{n} rulings of analysts are in force.</source>
      <translation>{n} décisions d’analystes sont en vigueur.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{p} (adjusted for many rows)</source>
      <translation>{p} (ajusté au nombre de lignes)</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{said}: {percent} %</source>
      <translation>{said} : {percent} %</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{said}; {area} km² before ({earlier})</source>
      <translation>{said} ; {area} km² avant ({earlier})</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{what} ({later}), none before ({earlier}): per day at least × {low} ({confidence} % interval), p {p}.</source>
      <translation>{what} ({later}), aucun avant ({earlier}) : par jour au moins × {low} (intervalle à {confidence} %), p {p}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_sentences.py" />
      <source>{what} ({later}), the most in {step}: {most}.</source>
      <translation>{what} ({later}), le maximum en {step} : {most}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{what} ({later}), {before} before ({earlier}).</source>
      <translation>{what} ({later}), {before} avant ({earlier}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{what} ({later}), {before} before ({earlier}): × {ratio} per day ({confidence} % interval {low} to {high}), p {p}.</source>
      <translation>{what} ({later}), {before} avant ({earlier}) : × {ratio} par jour (intervalle à {confidence} % : {low} à {high}), p {p}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_sentences.py" />
      <location filename="../../plugin/core/result_words.py" />
      <source>{what} ({later}).</source>
      <translation>{what} ({later}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result_words.py" />
      <source>{what} ({later}); the file does not cover {earlier}.</source>
      <translation>{what} ({later}) ; le fichier ne couvre pas {earlier}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_sentences.py" />
      <source>{what} so far ({later}); {n} expected in the whole year ({low} to {high}, 95 %).</source>
      <translation>{what} jusqu’ici ({later}) ; {n} attendus pour l’année entière ({low} à {high}, 95 %).</translation>
    </message>
  </context>
  <context>
    <name>Results</name>
    <message>
      <location filename="../../plugin/gis/result_events.py" />
      <source>Add the events layer to the project and filter it as it was.</source>
      <translation>Ajoutez la couche d’événements au projet et filtrez-la comme elle l’était.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_inputs.py" />
      <source>Another file…</source>
      <translation>Un autre fichier…</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/result_layers.py" />
      <source>Choose another folder, or close the file where it is open.</source>
      <translation>Choisissez un autre dossier, ou fermez le fichier là où il est ouvert.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results.py" />
      <source>Choose another folder.</source>
      <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_lists.py" />
      <source>Finding the events of “{title}”</source>
      <translation>Recherche des événements de « {title} »</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results.py" />
      <source>Flashpoints results</source>
      <translation>Résultats de Flashpoints</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_lists.py" />
      <source>Install a newer version of the plugin.</source>
      <translation>Installez une version plus récente de l’extension.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_inputs.py" />
      <source>Layers</source>
      <translation>Couches</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/result_layers.py" />
      <source>Look whether it is still there, or run the analysis again.</source>
      <translation>Vérifiez qu’il est encore là, ou relancez l’analyse.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results.py" />
      <source>Look whether the file is still there, and run again.</source>
      <translation>Voyez si le fichier est toujours là, et relancez.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results.py" />
      <source>Nothing can be written in this folder ({reason}).</source>
      <translation>Rien ne peut être écrit dans ce dossier ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/result_events.py" />
      <source>Only what the layer’s filter left was counted, and that layer is not here.</source>
      <translation>Seul ce que le filtre de la couche laissait a été compté, et cette couche n’est pas là.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/result_events.py" />
      <source>Put the file back, or choose the events layer that shall be counted.</source>
      <translation>Remettez le fichier en place, ou choisissez la couche d’événements à compter.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/result_events.py" />
      <source>Rulings in force: {now}; when this result was made: {then}.</source>
      <translation>Décisions en vigueur : {now} ; quand ce résultat a été fait : {then}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_inputs.py" />
      <source>Run again</source>
      <translation>Relancer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_inputs.py" />
      <source>That file holds no events. Another file…</source>
      <translation>Ce fichier ne contient pas d’événements. Un autre fichier…</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/result_events.py" />
      <source>The events were updated since this result was made.</source>
      <translation>Les événements ont été mis à jour depuis ce résultat.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/result_layers.py" />
      <source>The file of this result cannot be read.</source>
      <translation>Le fichier de ce résultat ne peut pas être lu.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/result_events.py" />
      <source>The result says {then}; counted now it is {now}. Run it again to renew it.</source>
      <translation>Le résultat dit {then} ; compté maintenant, c’est {now}. Relancez-le pour le renouveler.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results.py" />
      <source>The result was written but cannot be opened.</source>
      <translation>Le résultat a été écrit mais ne peut pas être ouvert.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/result_layers.py" />
      <source>The table cannot be written ({reason}).</source>
      <translation>Le tableau ne peut pas être écrit ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_inputs.py" />
      <source>This result was made from a file that is not there any more:</source>
      <translation>Ce résultat a été tiré d’un fichier qui n’est plus là :</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_lists.py" />
      <source>This version of Flashpoints does not know “{name}”.</source>
      <translation>Cette version de Flashpoints ne connaît pas « {name} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/result_events.py" />
      <source>What this result was made from is not there any more.</source>
      <translation>Ce dont ce résultat a été tiré n’est plus là.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_inputs.py" />
      <source>Which events shall be counted instead?</source>
      <translation>Quels événements compter à la place ?</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_inputs.py" />
      <source>Which layer shall be used instead?</source>
      <translation>Quelle couche utiliser à la place ?</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result.py" />
      <source>events</source>
      <translation>événements</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result.py" />
      <source>within {radius} km of {place}</source>
      <translation>à moins de {radius} km de {place}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_lists.py" />
      <location filename="../../plugin/gui/results_dock.py" />
      <source>{number}: {title}</source>
      <translation>{number} : {title}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results.py" />
      <source>{store} results</source>
      <translation>{store} résultats</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result.py" />
      <source>{what}, {period}</source>
      <translation>{what}, {period}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/result_again.py" />
      <source>“{title}” has no dialog of its own; run it from the Toolbox.</source>
      <translation>« {title} » n’a pas de fenêtre à lui ; lancez-le depuis la boîte à outils.</translation>
    </message>
  </context>
  <context>
    <name>Results dock</name>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Change…</source>
      <translation>Modifier…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Chart</source>
      <translation>Graphique</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_files.py" />
      <source>Chart as PNG…</source>
      <translation>Graphique en PNG…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_files.py" />
      <source>Chart as SVG…</source>
      <translation>Graphique en SVG…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_files.py" />
      <source>Copied with its footnote.</source>
      <translation>Copié avec sa note.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_files.py" />
      <source>Copied: {n} rows.</source>
      <translation>Copié : {n} lignes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Copy sentence</source>
      <translation>Copier la phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Copy what is shown: the table as text and HTML, the chart, or the text</source>
      <translation>Copier ce qui s’affiche : le tableau comme texte et HTML, le graphique ou le texte</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Copy what the selected rows say, with the footnote; no row selected: all</source>
      <translation>Copier ce que disent les lignes sélectionnées, avec la note ; sans sélection : tout</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_dock.py" />
      <source>Finding the events…</source>
      <translation>Recherche des événements…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>List events</source>
      <translation>Lister les événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>No results in this project yet. Run Buffer counts, Region footprints or Compare periods.</source>
      <translation>Pas encore de résultat dans ce projet. Lancez un comptage par cercles, des emprises par région ou une comparaison de périodes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Open the dialog with what was asked, to ask something else</source>
      <translation>Ouvrir la fenêtre avec ce qui a été demandé, pour demander autre chose</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Result</source>
      <translation>Résultat</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_dock.py" />
      <source>Results</source>
      <translation>Résultats</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Rows of the result</source>
      <translation>Lignes du résultat</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_dock.py" />
      <location filename="../../plugin/gui/results_page.py" />
      <source>Run again</source>
      <translation>Relancer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_dock.py" />
      <source>Running: {n} %</source>
      <translation>En cours : {n} %</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_dock.py" />
      <source>Running…</source>
      <translation>En cours…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Save</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_files.py" />
      <source>Save the result</source>
      <translation>Enregistrer le résultat</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_files.py" />
      <source>Saved: {name}</source>
      <translation>Enregistré : {name}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Table</source>
      <translation>Table</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_files.py" />
      <source>Table as CSV…</source>
      <translation>Tableau en CSV…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_files.py" />
      <source>Table as XLSX…</source>
      <translation>Tableau en XLSX…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>Text</source>
      <translation>Texte</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_files.py" />
      <source>The chart is on the clipboard.</source>
      <translation>Le graphique est dans le presse-papiers.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>The events behind the number of the selected row</source>
      <translation>Les événements derrière le nombre de la ligne sélectionnée</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>The same question to the events as they are now, as a new result</source>
      <translation>La même question aux événements tels qu’ils sont maintenant, comme nouveau résultat</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/results_page.py" />
      <source>The table says it all.</source>
      <translation>Le tableau dit tout.</translation>
    </message>
  </context>
  <context>
    <name>Ring preview</name>
    <message>
      <location filename="../../plugin/gis/ring_preview.py" />
      <source>It reaches into {names}, of which the file holds no events.</source>
      <translation>La zone déborde sur {names}, dont le fichier n’a aucun événement.</translation>
    </message>
  </context>
  <context>
    <name>Rings</name>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>Allowing for bursts (dispersion {phi}): at least × {low}, p {p}, which chance alone could give.</source>
      <translation>En tenant compte des rafales (dispersion {phi}) : au moins × {low}, p {p}, ce que le seul hasard pourrait donner.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>Allowing for bursts (dispersion {phi}): at least × {low}, p {p}.</source>
      <translation>En tenant compte des rafales (dispersion {phi}) : au moins × {low}, p {p}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>Allowing for bursts (dispersion {phi}): × {low} to {high}, p {p}, which chance alone could give.</source>
      <translation>En tenant compte des rafales (dispersion {phi}) : × {low} à {high}, p {p}, ce que le seul hasard pourrait donner.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>Allowing for bursts (dispersion {phi}): × {low} to {high}, p {p}.</source>
      <translation>En tenant compte des rafales (dispersion {phi}) : × {low} à {high}, p {p}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>Placed: {placed}.</source>
      <translation>Situés : {placed}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rings.py" />
      <source>Rings need a centre, a radius and a period.</source>
      <translation>Les périmètres demandent un centre, un rayon et une période.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_spots.py" />
      <source>The breakdown has other rows than the events.</source>
      <translation>Le détail n’a pas les mêmes lignes que les événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>Within {counts}.</source>
      <translation>À moins de {counts}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>Without those of a wider area: {n}.</source>
      <translation>Sans ceux d’une zone plus large : {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rings.py" />
      <source>events that stand in several rows: {n}</source>
      <translation>événements présents dans plusieurs lignes : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>{n} at the town</source>
      <translation>{n} dans la localité</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>{n} near it</source>
      <translation>{n} près d’elle</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>{n} not said how well</source>
      <translation>{n} sans précision connue</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>{n} only to a wider area</source>
      <translation>{n} dans une zone plus large seulement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/ring_words.py" />
      <source>{radius} km: {n}</source>
      <translation>{radius} km : {n}</translation>
    </message>
  </context>
  <context>
    <name>RollingRecord</name>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Compares the events of a period with those of every window of 12 months (or another length) that ends before the period starts, whatever day it ends on. Only windows that the file covers wholly are compared. A period is a record when it has more events than any of them.</source>
      <translation>Compare les événements d’une période à ceux de chaque fenêtre de 12 mois (ou d’une autre longueur) qui finit avant le début de la période, quel que soit le jour où elle finit. Seules les fenêtres que le fichier couvre en entier sont comparées. Une période est un record quand elle a plus d’événements que chacune d’elles.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Earlier record</source>
      <translation>Record antérieur</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Earlier windows</source>
      <translation>Fenêtres antérieures</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Events in every window of {months} months that the data cover and that ends before {start}; {selection}</source>
      <translation>Événements de chaque fenêtre de {months} mois que couvrent les données et qui finit avant le {start} ; {selection}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Events of the period</source>
      <translation>Événements de la période</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Events of the period as coded by the source</source>
      <translation>Événements de la période tels que codés par la source</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Every earlier window</source>
      <translation>Toutes les fenêtres antérieures</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Is a record</source>
      <translation>Est un record</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Last day of that window</source>
      <translation>Dernier jour de cette fenêtre</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Length of the windows, such as P12M for 12 months</source>
      <translation>Longueur des fenêtres, comme P12M pour 12 mois</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Most events in an earlier window</source>
      <translation>Maximum d’événements d’une fenêtre antérieure</translation>
    </message>
    <message>
      <location filename="../../plugin/core/result.py" />
      <source>Period</source>
      <translation>Période</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Period, such as 2023-H1 (empty: the last half-year that the file covers)</source>
      <translation>Période, comme 2023-H1 (vide : le dernier semestre que couvre le fichier)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Record against every earlier window</source>
      <translation>Record face à toutes les fenêtres antérieures</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>The answer in words</source>
      <translation>La réponse en toutes lettres</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/rollingrecord.py" />
      <source>Windows of {months} months before {period}</source>
      <translation>Fenêtres de {months} mois avant {period}</translation>
    </message>
  </context>
  <context>
    <name>Rows</name>
    <message>
      <location filename="../../plugin/core/checks.py" />
      <source>a quotation mark is not closed: {lines} lines run together into one row</source>
      <translation>un guillemet n’est pas fermé : {lines} lignes se fondent en une</translation>
    </message>
    <message>
      <location filename="../../plugin/core/account.py" />
      <source>a row of HXL tags, no event</source>
      <translation>une ligne d’étiquettes HXL, pas un événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/account.py" />
      <source>cannot be read as CSV</source>
      <translation>illisible comme CSV</translation>
    </message>
    <message>
      <location filename="../../plugin/core/vocabulary.py" />
      <source>event_type is not a known type</source>
      <translation>event_type n’est pas un type connu</translation>
    </message>
    <message>
      <location filename="../../plugin/core/converting.py" />
      <source>latitude and longitude are both 0</source>
      <translation>latitude et longitude valent 0 toutes deux</translation>
    </message>
    <message>
      <location filename="../../plugin/core/converting.py" />
      <source>no event id</source>
      <translation>pas d’identifiant d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/vocabulary.py" />
      <source>no event_type</source>
      <translation>pas d’event_type</translation>
    </message>
    <message>
      <location filename="../../plugin/core/account.py" />
      <source>no text in any field</source>
      <translation>aucun texte dans aucun champ</translation>
    </message>
    <message>
      <location filename="../../plugin/core/checks.py" />
      <location filename="../../plugin/core/dates.py" />
      <source>no {column}</source>
      <translation>{column} absent</translation>
    </message>
    <message>
      <location filename="../../plugin/core/vocabulary.py" />
      <source>the type {name} is divided by inter1 or inter2, which do not say</source>
      <translation>le type {name} se divise selon inter1 ou inter2, qui ne disent rien</translation>
    </message>
    <message>
      <location filename="../../plugin/core/dates.py" />
      <source>{column} is not a date</source>
      <translation>{column} n’est pas une date</translation>
    </message>
    <message>
      <location filename="../../plugin/core/checks.py" />
      <source>{column} is not a number</source>
      <translation>{column} n’est pas un nombre</translation>
    </message>
    <message>
      <location filename="../../plugin/core/checks.py" />
      <source>{column} is not a whole number</source>
      <translation>{column} n’est pas un nombre entier</translation>
    </message>
    <message>
      <location filename="../../plugin/core/checks.py" />
      <location filename="../../plugin/core/formats/ucdp_ged.py" />
      <source>{column} is out of range</source>
      <translation>{column} est hors limites</translation>
    </message>
    <message>
      <location filename="../../plugin/core/account.py" />
      <source>{found} fields where the header has {expected}</source>
      <translation>{found} champs là où l’en-tête en a {expected}</translation>
    </message>
  </context>
  <context>
    <name>Ruling</name>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>&amp;Correct</source>
      <translation>C&amp;orriger</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/event_action.py" />
      <source>Correct this event…</source>
      <translation>Corriger cet événement…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>Correct {event}</source>
      <translation>Correction : {event}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>Looking the event up</source>
      <translation>Recherche de l’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>No event is chosen.</source>
      <translation>Aucun événement n’est choisi.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>Saved. Figures that it changes say what the source has, too.</source>
      <translation>Enregistré. Les chiffres qu’elle change donnent aussi ceux de la source.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_event.py" />
      <source>Select it in the events layer of the store.</source>
      <translation>Sélectionnez-le dans la couche d’événements de la base.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_event.py" />
      <source>Select the event in the layer that “Load events” has made.</source>
      <translation>Sélectionnez l’événement dans la couche faite par « Charger des événements ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_event.py" />
      <source>The store has no event of this id any more.</source>
      <translation>La base n’a plus d’événement avec cet identifiant.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_event.py" />
      <source>This layer belongs to no event store, which alone can keep a correction.</source>
      <translation>Cette couche n’est dans aucune base d’événements, seule à pouvoir garder une correction.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>Write what it should be.</source>
      <translation>Écrivez ce que ce devrait être.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_event.py" />
      <source>fatalities not known</source>
      <translation>nombre de morts inconnu</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_event.py" />
      <source>fatalities: {n}</source>
      <translation>morts : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>no</source>
      <translation>non</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>not known</source>
      <translation>inconnu</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>not left out</source>
      <translation>non écarté</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>nothing</source>
      <translation>rien</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>yes, leave it out</source>
      <translation>oui, l’écarter</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_dialog.py" />
      <source>{field} is as the source has it.</source>
      <translation>{field} est tel que dans la source.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/ruling_event.py" />
      <source>{one} and {two}</source>
      <translation>{one} et {two}</translation>
    </message>
  </context>
  <context>
    <name>RulingDialog</name>
    <message>
      <location filename="../../ui/ruling_dialog.ui" />
      <source>&amp;Field</source>
      <translation>&amp;Champ</translation>
    </message>
    <message>
      <location filename="../../ui/ruling_dialog.ui" />
      <source>&amp;Pick on map</source>
      <translation>&amp;Pointer sur la carte</translation>
    </message>
    <message>
      <location filename="../../ui/ruling_dialog.ui" />
      <source>&amp;Reason</source>
      <translation>&amp;Justification</translation>
    </message>
    <message>
      <location filename="../../ui/ruling_dialog.ui" />
      <source>&amp;Your name</source>
      <translation>Votre &amp;nom</translation>
    </message>
    <message>
      <location filename="../../ui/ruling_dialog.ui" />
      <source>Correct an event</source>
      <translation>Corriger un événement</translation>
    </message>
    <message>
      <location filename="../../ui/ruling_dialog.ui" />
      <source>Earlier rulings on this event</source>
      <translation>Corrections antérieures de cet événement</translation>
    </message>
    <message>
      <location filename="../../ui/ruling_dialog.ui" />
      <source>It &amp;is</source>
      <translation>&amp;Valeur correcte</translation>
    </message>
    <message>
      <location filename="../../ui/ruling_dialog.ui" />
      <source>No event is chosen. Select one event on the map, or one row in a table of events; this window follows.</source>
      <translation>Aucun événement n’est choisi. Sélectionnez un événement sur la carte, ou une ligne dans une table d’événements ; cette fenêtre suit.</translation>
    </message>
    <message>
      <location filename="../../ui/ruling_dialog.ui" />
      <source>Source says</source>
      <translation>Selon la source</translation>
    </message>
    <message>
      <location filename="../../ui/ruling_dialog.ui" />
      <source>What shows it: a report, a visit, a second source</source>
      <translation>Ce qui le montre : un rapport, une visite, une seconde source</translation>
    </message>
  </context>
  <context>
    <name>Rulings</name>
    <message>
      <location filename="../../plugin/gis/rulings_file.py" />
      <source>A newer ruling on {field} is in force.</source>
      <translation>Une correction plus récente est en vigueur ({field}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Actor 1</source>
      <translation>Acteur 1</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Actor 2</source>
      <translation>Acteur 2</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Associates of actor 1</source>
      <translation>Associés de l’acteur 1</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Associates of actor 2</source>
      <translation>Associés de l’acteur 2</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_file.py" />
      <source>Choose a folder that you may write to.</source>
      <translation>Choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Choose one of: {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Civilians targeted</source>
      <translation>Civils visés</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings.py" />
      <source>Copy the id from the table of events.</source>
      <translation>Copiez l’identifiant depuis la table des événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Date</source>
      <translation>Date</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Event type</source>
      <translation>Type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Fatalities</source>
      <translation>Morts</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_file.py" />
      <source>Give a CSV file with the columns {names}.</source>
      <translation>Donnez un fichier CSV avec les colonnes {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings.py" />
      <source>Give another value, or withdraw the ruling that changed it.</source>
      <translation>Donnez une autre valeur, ou retirez la correction qui l’a modifié.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>Give the event's id.</source>
      <translation>Donnez l’identifiant de l’événement.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>It can be one of: {names}.</source>
      <translation>Choix possibles : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings.py" />
      <source>Keep such sources in stores of their own to correct their events.</source>
      <translation>Gardez de telles sources dans des bases à part pour corriger leurs événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Kind of actor 1 (code 1 to 8)</source>
      <translation>Nature de l’acteur 1 (code 1 à 8)</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Kind of actor 2 (code 1 to 8)</source>
      <translation>Nature de l’acteur 2 (code 1 à 8)</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Leave the event out</source>
      <translation>Écarter l’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_file.py" />
      <source>Line {n}: {reason}</source>
      <translation>Ligne {n} : {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings.py" />
      <source>Look at the list again.</source>
      <translation>Regardez de nouveau la liste.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Name of the place</source>
      <translation>Nom de la localité</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>No event is named.</source>
      <translation>Aucun événement n’est nommé.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Place: latitude, longitude</source>
      <translation>Lieu : latitude, longitude</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Precision of the place (1 to 3)</source>
      <translation>Précision du lieu (1 à 3)</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Region (admin 1)</source>
      <translation>Région (admin 1)</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>Say who corrects the event.</source>
      <translation>Dites qui corrige l’événement.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>Say why: others will read it beside the number.</source>
      <translation>Dites pourquoi : d’autres le liront à côté du chiffre.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Sub-event type</source>
      <translation>Sous-type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_file.py" />
      <source>The file cannot be read ({reason}).</source>
      <translation>Le fichier ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>The name is missing.</source>
      <translation>Le nom manque.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>The reason is missing.</source>
      <translation>La justification manque.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_file.py" />
      <source>The rulings cannot be written: {reason}.</source>
      <translation>Les corrections ne peuvent pas être écrites : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings.py" />
      <source>The store has events of several sources with this id.</source>
      <translation>La base a des événements de plusieurs sources avec cet identifiant.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings.py" />
      <source>The store has no event of this id.</source>
      <translation>La base n’a pas d’événement avec cet identifiant.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings.py" />
      <source>There is nothing to decide any more: the ruling or its event is gone.</source>
      <translation>Il n’y a plus rien à trancher : la correction ou son événement n’est plus là.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_file.py" />
      <source>This is no list of rulings: it lacks the columns {names}.</source>
      <translation>Ce n’est pas une liste de corrections : il lui manque les colonnes {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_over.py" />
      <source>Withdraw this ruling.</source>
      <translation>Retirez cette correction.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Write 1 to 8, or leave it empty.</source>
      <translation>Écrivez 1 à 8, ou laissez vide.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Write a whole number, or leave it empty where it is not known.</source>
      <translation>Écrivez un nombre entier, ou laissez vide s’il n’est pas connu.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_file.py" />
      <source>Write it as 2023-07-01T10:00:00+00:00.</source>
      <translation>Écrivez-le ainsi : 2023-07-01T10:00:00+00:00.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Write latitude, longitude in degrees, such as 12.6392, -8.0029.</source>
      <translation>Écrivez latitude, longitude en degrés, par exemple 12.6392, -8.0029.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>Write year, month and day, such as 2023-06-30.</source>
      <translation>Écrivez année, mois et jour, par exemple 2023-06-30.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>event is gone</source>
      <translation>événement disparu</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>in force</source>
      <translation>en vigueur</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>it is neither “Civilian targeting” nor empty</source>
      <translation>ce n’est ni « Civilian targeting » ni vide</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>it is not a code</source>
      <translation>ce n’est pas un code</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>it is not a date</source>
      <translation>ce n’est pas une date</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>it is not a place</source>
      <translation>ce n’est pas un lieu</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>it is not an event type</source>
      <translation>ce n’est pas un type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>it is nowhere on Earth</source>
      <translation>ce n’est nulle part sur Terre</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>it is out of range</source>
      <translation>c’est hors limites</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>latitude and longitude are both 0</source>
      <translation>latitude et longitude valent 0 toutes deux</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>only 1 leaves an event out</source>
      <translation>seul 1 écarte un événement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>to decide</source>
      <translation>à trancher</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>withdrawn</source>
      <translation>retirée</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings.py" />
      <source>{field}: the source says “{text}” itself.</source>
      <translation>{field} : la source dit elle-même « {text} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings_fields.py" />
      <source>{field}: “{text}” cannot be: {problem}.</source>
      <translation>{field} : « {text} » est impossible : {problem}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <source>{n} ({coded} as coded by the source)</source>
      <translation>{n} ({coded} selon le codage de la source)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_file.py" />
      <source>{n} are on events that this store does not hold; they wait for them.</source>
      <translation>Corrections d’événements absents de cette base : {n} ; elles les attendent.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_file.py" />
      <source>{read} rows read = {added} added + {withdrawn} withdrawn + {there} already there + {refused} refused.</source>
      <translation>Lignes lues : {read} = ajoutées {added} + retirées {withdrawn} + déjà là {there} + refusées {refused}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/rulings.py" />
      <location filename="../../plugin/core/rulings_over.py" />
      <source>“{name}” is not a field that can be corrected.</source>
      <translation>« {name} » n’est pas un champ qui peut être corrigé.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_file.py" />
      <source>“{text}” is no time.</source>
      <translation>« {text} » n’est pas une heure.</translation>
    </message>
  </context>
  <context>
    <name>Rulings table</name>
    <message>
      <location filename="../../plugin/gui/rulings_table.py" />
      <source>Event</source>
      <translation>Événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_table.py" />
      <source>Field</source>
      <translation>Champ</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_table.py" />
      <source>Reason</source>
      <translation>Justification</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_table.py" />
      <source>Ruling</source>
      <translation>Correction</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_table.py" />
      <source>Source said</source>
      <translation>La source disait</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_table.py" />
      <source>Source says now</source>
      <translation>La source dit</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_table.py" />
      <source>Status</source>
      <translation>État</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_table.py" />
      <source>When</source>
      <translation>Quand</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_table.py" />
      <source>Who</source>
      <translation>Qui</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_table.py" />
      <source>left out</source>
      <translation>écarté</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_table.py" />
      <source>none</source>
      <translation>aucun</translation>
    </message>
  </context>
  <context>
    <name>Rulings window</name>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>Decided: the ruling holds.</source>
      <translation>Tranché : la correction fait foi.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>Decided: the source's value holds.</source>
      <translation>Tranché : la valeur de la source fait foi.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>Export the rulings</source>
      <translation>Exporter les corrections</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>Import rulings</source>
      <translation>Importer des corrections</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>No rulings yet. Select an event on the map and choose “Correct event…”.</source>
      <translation>Aucune correction encore. Sélectionnez un événement sur la carte et choisissez « Corriger l’événement… ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>Reading the rulings</source>
      <translation>Lecture des corrections</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>Withdrawn: the source's value holds again.</source>
      <translation>Retirée : la valeur de la source fait foi de nouveau.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>Writing the rulings</source>
      <translation>Écriture des corrections</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>nothing</source>
      <translation>rien</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>of these, {n} to decide: the source has changed</source>
      <translation>dont {n} à trancher : la source a changé</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>{field} of {event}: the source now says “{now}” itself, as the ruling does.</source>
      <translation>{field}, {event} : la source dit maintenant elle-même « {now} », comme la correction.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>{field} of {event}: the source said “{before}” when {who} ruled “{value}” ({reason}). Now the source says “{now}”. The ruling holds until you decide.</source>
      <translation>{field}, {event} : la source disait « {before} » quand {who} a corrigé en « {value} » ({reason}). Maintenant, la source dit « {now} ». La correction tient jusqu’à votre décision.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>{n} in force</source>
      <translation>{n} en vigueur</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>{n} on events that are no longer there</source>
      <translation>{n} sur des événements disparus</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>{n} rulings written to {file}.</source>
      <translation>Corrections écrites : {n}, dans {file}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/rulings_dialog.py" />
      <source>{n} withdrawn</source>
      <translation>{n} retirées</translation>
    </message>
  </context>
  <context>
    <name>RulingsAlgorithms</name>
    <message>
      <location filename="../../plugin/gis/rulings_algorithm.py" />
      <source>Event store, or a layer of it</source>
      <translation>Base d’événements, ou une de ses couches</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_algorithm.py" />
      <source>Give the events layer of a store that “Load events” has made.</source>
      <translation>Donnez la couche d’événements d’une base faite par « Charger des événements ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/rulings_algorithm.py" />
      <source>This is no event store, which alone can keep rulings.</source>
      <translation>Ce n’est pas une base d’événements, seule à pouvoir garder des corrections.</translation>
    </message>
  </context>
  <context>
    <name>RulingsDialog</name>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>&amp;Export…</source>
      <translation>&amp;Exporter…</translation>
    </message>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>&amp;Keep the ruling</source>
      <translation>&amp;Garder la correction</translation>
    </message>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>&amp;Store</source>
      <translation>&amp;Base</translation>
    </message>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>&amp;Take the source’s</source>
      <translation>&amp;Prendre la valeur de la source</translation>
    </message>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>&amp;Your name</source>
      <translation>Votre &amp;nom</translation>
    </message>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>Corrections of single events by your office. The source’s values stay beside them; they survive updates, and every figure they change says so.</source>
      <translation>Corrections d’événements par votre bureau. Les valeurs de la source restent à côté ; elles survivent aux mises à jour, et chaque chiffre qu’elles changent le dit.</translation>
    </message>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>Imp&amp;ort…</source>
      <translation>&amp;Importer…</translation>
    </message>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>Rulings</source>
      <translation>Corrections</translation>
    </message>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>Show on &amp;map</source>
      <translation>Montrer sur la &amp;carte</translation>
    </message>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>There is no event store in this project yet. Load an event file first.</source>
      <translation>Ce projet n’a pas encore de base d’événements. Chargez d’abord un fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>With&amp;draw</source>
      <translation>&amp;Retirer</translation>
    </message>
    <message>
      <location filename="../../ui/rulings_dialog.ui" />
      <source>Withdra&amp;wn ones too</source>
      <translation>Au&amp;ssi les corrections retirées</translation>
    </message>
  </context>
  <context>
    <name>Runner</name>
    <message>
      <location filename="../../plugin/gui/runner.py" />
      <source>Switch the plugin off and on again in the plugin manager.</source>
      <translation>Désactivez puis réactivez l’extension dans le gestionnaire d’extensions.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/runner.py" />
      <source>The calculation “{name}” is not available.</source>
      <translation>Le calcul « {name} » n’est pas disponible.</translation>
    </message>
  </context>
  <context>
    <name>Selection</name>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <location filename="../../plugin/gui/selection_choices.py" />
      <source>A side is chosen, but no group that should stand on it.</source>
      <translation>Un côté est choisi, mais aucun groupe qui s’y trouverait.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_again.py" />
      <source>Add them as a layer: Layer &gt; Add Layer &gt; Add Vector Layer.</source>
      <translation>Ajoutez-les comme couche : Couche &gt; Ajouter une couche &gt; Ajouter une couche vecteur.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>Choose groups or families, or any side.</source>
      <translation>Choisissez des groupes ou des familles, ou tout côté.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_choices.py" />
      <source>Choose groups or families, or either side.</source>
      <translation>Choisissez des groupes ou des familles, ou bien l’un ou l’autre côté.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>Choose one of: {names}.</source>
      <translation>Choisissez parmi : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>Civilians</source>
      <translation>Civils</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_numbers.py" />
      <source>Counting the events of each choice</source>
      <translation>Comptage des événements de chaque choix</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>Countries</source>
      <translation>Pays</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>Date known to</source>
      <translation>Date connue</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>Fatalities from</source>
      <translation>Morts, au moins</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>Give 0 or more.</source>
      <translation>Donnez 0 ou plus.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>In violence against civilians side 1 is the perpetrator and civilians are side 2; in battles the order of the sides proves nothing.</source>
      <translation>Dans les violences contre les civils, le côté 1 est l’auteur et les civils sont le côté 2 ; dans les combats, l’ordre des côtés ne prouve rien.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_widget.py" />
      <source>Load an event file first.</source>
      <translation>Chargez d’abord un fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_widget.py" />
      <source>Looking at the events</source>
      <translation>Examen des événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_widget.py" />
      <source>Looking at the events…</source>
      <translation>Examen des événements…</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>More</source>
      <translation>Plus</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_choices.py" />
      <source>No event type is ticked.</source>
      <translation>Aucun type d’événement n’est coché.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>Numbers by the regions that the file itself names</source>
      <translation>Nombres selon les régions que nomme le fichier lui-même</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>Only in</source>
      <translation>Seulement à</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>Opponents</source>
      <translation>Adversaires</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_again.py" />
      <source>Run it again from the Processing Toolbox.</source>
      <translation>Relancez-le depuis la boîte à outils de traitements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>Sub-types</source>
      <translation>Sous-types</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>The event types are: {names}; or * for all.</source>
      <translation>Les types d’événement sont : {names} ; ou * pour tous.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_again.py" />
      <source>The events of this result are not in the project.</source>
      <translation>Les événements de ce résultat ne sont pas dans le projet.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/facet_events.py" />
      <source>The layer does not have: {names}.</source>
      <translation>La couche n’a pas : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>The minimum of fatalities is {n}.</source>
      <translation>Le nombre minimal de morts est {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>The number beside a choice: the events of the chosen periods that count if you make this choice alone in its list and leave the other lists as they are.</source>
      <translation>Le nombre à côté d’un choix : les événements des périodes choisies qui comptent si vous faites ce seul choix dans sa liste et laissez les autres listes telles quelles.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_again.py" />
      <source>The result has {n} periods, and the window takes two.</source>
      <translation>Le résultat porte sur {n} périodes, et la fenêtre en prend deux.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_widget.py" />
      <source>There are no events in this project yet.</source>
      <translation>Ce projet n’a pas encore d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_choices.py" />
      <source>Tick at least one.</source>
      <translation>Cochez-en au moins un.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>Which side</source>
      <translation>Quel côté</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>against: {}</source>
      <translation>contre : {}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>all countries</source>
      <translation>tous les pays</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>all event types</source>
      <translation>tous les types d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>all events</source>
      <translation>tous les événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>all of the types above</source>
      <translation>tous ceux des types ci-dessus</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>all regions</source>
      <translation>toutes les régions</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>any number</source>
      <translation>tout nombre</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>anyone</source>
      <translation>n’importe qui</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>at least {} fatalities</source>
      <translation>au moins {} morts</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>countries: {}</source>
      <translation>pays : {}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>dataset: {}</source>
      <translation>jeu de données : {}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>date precision at most {}</source>
      <translation>précision de la date, au plus {}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>date precision unknown</source>
      <translation>précision de la date inconnue</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>day</source>
      <translation>au jour</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>day or week</source>
      <translation>au jour ou à la semaine</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>day, week or month</source>
      <translation>au jour, à la semaine ou au mois</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>either</source>
      <translation>l’un ou l’autre</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>event types: {}</source>
      <translation>types d’événement : {}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>events that target civilians only</source>
      <translation>seulement les événements qui visent des civils</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>fatalities unknown</source>
      <translation>nombre de morts inconnu</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>in: {}</source>
      <translation>dans : {}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>involving: {}</source>
      <translation>impliquant : {}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>on {} only</source>
      <translation>seulement : {}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>place precision at most {}</source>
      <translation>précision du lieu, au plus {}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>place precision unknown</source>
      <translation>précision du lieu inconnue</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <location filename="../../plugin/gui/selection_more.py" />
      <source>side 1</source>
      <translation>côté 1</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <location filename="../../plugin/gui/selection_more.py" />
      <source>side 2</source>
      <translation>côté 2</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>sides unknown</source>
      <translation>côtés inconnus</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>sides, opponents, civilians, sub-types, countries…</source>
      <translation>côtés, adversaires, civils, sous-types, pays…</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>sub-event types: {}</source>
      <translation>sous-types d’événement : {}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>targeted, in events of any type</source>
      <translation>visés, dans tout type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_choices.py" />
      <source>town</source>
      <translation>localité</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_choices.py" />
      <source>town or its surroundings</source>
      <translation>localité ou ses environs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_choices.py" />
      <source>town, surroundings or wider area</source>
      <translation>localité, environs ou zone plus large</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>violence against civilians alone</source>
      <translation>violences contre les civils seulement</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>violence against civilians only</source>
      <translation>seulement la violence contre les civils</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_lists.py" />
      <source>{choice}: {n}</source>
      <translation>{choice} : {n}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_widget.py" />
      <source>{later} against {earlier}</source>
      <translation>{later} contre {earlier}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>{n} events fit</source>
      <translation>{n} événements retenus</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_choices.py" />
      <location filename="../../plugin/gui/selection_more.py" />
      <source>{n} others</source>
      <translation>{n} autres</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/selection_more.py" />
      <source>{what}: {words}</source>
      <translation>{what} : {words}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>“{name}” is not an event type.</source>
      <translation>« {name} » n’est pas un type d’événement.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/selection.py" />
      <source>“{value}” is not a choice here.</source>
      <translation>« {value} » n’est pas un choix possible ici.</translation>
    </message>
  </context>
  <context>
    <name>SelectionWidget</name>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>&amp;Battles</source>
      <translation>Com&amp;bats</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>&amp;Events</source>
      <translation>É&amp;vénements</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>&amp;Protests</source>
      <translation>&amp;Manifestations</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>&amp;Violence against civilians</source>
      <translation>Violence contre les civi&amp;ls</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>&amp;When</source>
      <translation>&amp;Quand</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>Count only events that pass the layer's filter, and only the selected ones when some are selected. Off: every event of the layer's source is counted, whatever the map shows.</source>
      <translation>Ne compter que les événements qui passent le filtre de la couche, et seulement ceux sélectionnés s’il y en a. Décoché : tous les événements de la source de la couche sont comptés, quoi que montre la carte.</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>E&amp;xplosions and remote violence</source>
      <translation>E&amp;xplosions et violence à distance</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>Earlier period</source>
      <translation>Période antérieure</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>Not coded systematically over time: counted only when you ask for them.</source>
      <translation>Non codés de façon systématique dans le temps : comptés seulement sur demande.</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>Only what the layer &amp;shows now</source>
      <translation>Seulement ce que la couche mo&amp;ntre</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>Period</source>
      <translation>Période</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>Place known to</source>
      <translation>Lieu connu</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>Rio&amp;ts</source>
      <translation>Émeu&amp;tes</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>So&amp;urce</source>
      <translation>So&amp;urce</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>Strate&amp;gic developments</source>
      <translation>Développements straté&amp;giques</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>Wh&amp;o</source>
      <translation>Qu&amp;i</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>What</source>
      <translation>Quoi</translation>
    </message>
    <message>
      <location filename="../../ui/selection_widget.ui" />
      <source>against</source>
      <translation>contre</translation>
    </message>
  </context>
  <context>
    <name>Snapshots</name>
    <message>
      <location filename="../../plugin/core/snapshots.py" />
      <source>Event {id} is there more than once.</source>
      <translation>L’événement {id} figure plus d’une fois.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/snapshots.py" />
      <source>Load the event file with “Load events” first.</source>
      <translation>Chargez d’abord le fichier avec « Charger des événements ».</translation>
    </message>
    <message>
      <location filename="../../plugin/core/snapshots.py" />
      <source>Load the event file with “Load events”, which makes one row an event.</source>
      <translation>Chargez le fichier avec « Charger des événements », qui fait de chaque événement une ligne.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/snapshots.py" />
      <source>There is no column event_id, so no event can be followed.</source>
      <translation>Il n’y a pas de colonne event_id : aucun événement ne peut être suivi.</translation>
    </message>
  </context>
  <context>
    <name>Store</name>
    <message>
      <location filename="../../plugin/gis/store.py" />
      <source>A newer Flashpoints made this event store (its version is {theirs}, ours {ours}).</source>
      <translation>Une version plus récente de Flashpoints a fait cette base d’événements (version {theirs}, la nôtre {ours}).</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>A table or column of this event store is missing: {reason}.</source>
      <translation>Une table ou colonne de cette base d’événements manque : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Another program is writing to this file.</source>
      <translation>Un autre programme écrit dans ce fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <location filename="../../plugin/gis/reclassifying.py" />
      <source>Cancelled; the file is as it was before.</source>
      <translation>Annulé ; le fichier est tel qu’avant.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Check that the disk has room and that no other program holds the file.</source>
      <translation>Vérifiez que le disque a de la place et qu’aucun autre programme ne tient le fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/store.py" />
      <source>Check the path, or make a new store.</source>
      <translation>Vérifiez le chemin, ou faites une nouvelle base.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Check your rights to the file and its folder, or work on a copy.</source>
      <translation>Vérifiez vos droits sur le fichier et son dossier, ou travaillez sur une copie.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/migration.py" />
      <source>Check your rights to the folder; the store is as it was.</source>
      <translation>Vérifiez vos droits sur le dossier ; la base est telle qu’avant.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Choose a folder that you may write to, on a disk with room.</source>
      <translation>Choisissez un dossier où vous pouvez écrire, sur un disque qui a de la place.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Choose a folder that you may write to, or copy the store to one.</source>
      <translation>Choisissez un dossier où vous pouvez écrire, ou copiez-y la base.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Choose a name without it.</source>
      <translation>Choisissez un nom sans ce signe.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/store.py" />
      <source>Choose a store that Flashpoints made, or another file name for a new one.</source>
      <translation>Choisissez une base créée par Flashpoints, ou un autre nom de fichier pour une nouvelle.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Choose another file.</source>
      <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Close it there, or save the edits of its layers in QGIS, and try again.</source>
      <translation>Fermez-le là-bas, ou enregistrez les modifications de ses couches dans QGIS, et réessayez.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Make it, or choose another.</source>
      <translation>Créez-le, ou choisissez-en un autre.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Make room, and try again.</source>
      <translation>Faites de la place, et réessayez.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Nothing can be written here: {reason}.</source>
      <translation>Rien ne peut être écrit ici : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>QGIS cannot open files with a % in their name.</source>
      <translation>QGIS ne peut pas ouvrir de fichiers avec un % dans leur nom.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/store_writer.py" />
      <source>Remove the layer from QGIS or choose another name; the old store is as it was.</source>
      <translation>Enlevez la couche de QGIS ou choisissez un autre nom ; l’ancienne base est telle qu’avant.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Somebody took it out. Take the last copy, or load the event files anew.</source>
      <translation>Quelqu’un l’a enlevé. Prenez la dernière copie, ou rechargez les fichiers d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>Take the last copy of it, or load the event files anew.</source>
      <translation>Prenez sa dernière copie, ou rechargez les fichiers d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/migration.py" />
      <source>The copy of the older store cannot be written: {reason}.</source>
      <translation>La copie de l’ancienne base ne peut pas être écrite : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>The disk is full; the file is as it was before.</source>
      <translation>Le disque est plein ; le fichier est tel qu’avant.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>The event store cannot be used: {reason}.</source>
      <translation>La base d’événements ne peut pas être utilisée : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>The event store cannot be written: {reason}.</source>
      <translation>La base d’événements ne peut pas être écrite : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>The folder does not exist.</source>
      <translation>Le dossier n’existe pas.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/store_writer.py" />
      <source>The new store cannot take the old one's place: {reason}.</source>
      <translation>La nouvelle base ne peut pas prendre la place de l’ancienne : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/store.py" />
      <source>The store also holds other layers or projects: {names}. A new one in its place would lose them.</source>
      <translation>La base contient aussi d’autres couches ou projets : {names}. Une nouvelle à sa place les perdrait.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/store.py" />
      <source>The store holds rulings: {n}. A new one in its place would lose them.</source>
      <translation>La base contient des corrections : {n}. Une nouvelle à sa place les perdrait.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/store.py" />
      <source>There is no such event store.</source>
      <translation>Cette base d’événements n’existe pas.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/store.py" />
      <source>This GeoPackage is no event store; it has not been touched.</source>
      <translation>Ce GeoPackage n’est pas une base d’événements ; il n’a pas été touché.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>This file is damaged.</source>
      <translation>Ce fichier est endommagé.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>This file is no GeoPackage, whatever its name says, or it is damaged.</source>
      <translation>Ce fichier n’est pas un GeoPackage, quoi que dise son nom, ou il est endommagé.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>This file may only be read.</source>
      <translation>Ce fichier est en lecture seule.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/store.py" />
      <source>Update it, or choose another file name.</source>
      <translation>Mettez-la à jour, ou choisissez un autre nom de fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/store.py" />
      <source>Update the plugin; the store has not been touched.</source>
      <translation>Mettez l’extension à jour ; la base n’a pas été touchée.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/geopackage.py" />
      <source>it is a folder</source>
      <translation>c’est un dossier</translation>
    </message>
  </context>
  <context>
    <name>Store layers</name>
    <message>
      <location filename="../../plugin/gis/store_layers.py" />
      <source>Save or discard them, then run again.</source>
      <translation>Enregistrez-les ou abandonnez-les, puis relancez.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/store_layers.py" />
      <source>The layer “{name}” of this store has edits that are not saved.</source>
      <translation>La couche « {name} » de cette base a des modifications non enregistrées.</translation>
    </message>
  </context>
  <context>
    <name>Stores</name>
    <message>
      <location filename="../../plugin/gui/stores.py" />
      <source>Choose a store that Flashpoints made, or the event file itself.</source>
      <translation>Choisissez une base créée par Flashpoints, ou le fichier d’événements lui-même.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/stores.py" />
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/stores.py" />
      <source>Load the event file again.</source>
      <translation>Chargez de nouveau le fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/base_map.py" />
      <source>Preparing the base map</source>
      <translation>Préparation du fond de carte</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/stores.py" />
      <source>The event store has no table “{table}”.</source>
      <translation>La base d’événements n’a pas de table « {table} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/stores.py" />
      <source>This GeoPackage is no event store.</source>
      <translation>Ce GeoPackage n’est pas une base d’événements.</translation>
    </message>
  </context>
  <context>
    <name>Style</name>
    <message>
      <location filename="../../plugin/gui/style_dialog.py" />
      <source>&amp;Apply</source>
      <translation>Appli&amp;quer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_choices.py" />
      <source>A circle a place: area by events, colour of most</source>
      <translation>Un cercle par lieu : surface selon le nombre, couleur dominante</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_choices.py" />
      <source>A pie a place: area by events, slices by colour</source>
      <translation>Un camembert par lieu : surface selon le nombre, parts par couleur</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_choices.py" />
      <source>Actor family</source>
      <translation>Famille d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_choices.py" />
      <source>Actor group</source>
      <translation>Groupe d’acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_classes.py" />
      <source>All others are drawn in grey. Six colours at most can be told apart.</source>
      <translation>Tous les autres sont dessinés en gris. Six couleurs au plus se distinguent.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_dialog.py" />
      <source>Applied to “{layer}”.</source>
      <translation>Appliqué à « {layer} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_dialog.py" />
      <source>Counting the events</source>
      <translation>Comptage des événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_choices.py" />
      <source>Each event where it is, on top of each other</source>
      <translation>Chaque événement à sa place, les uns sur les autres</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_choices.py" />
      <source>Event type</source>
      <translation>Type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_classes.py" />
      <source>None of these events has an actor or type with a colour of its own.</source>
      <translation>Aucun de ces événements n’a d’acteur ou de type avec une couleur propre.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_classes.py" />
      <source>Nothing is ticked: the six with most events get their colours.</source>
      <translation>Rien n’est coché : les six qui ont le plus d’événements reçoivent leur couleur.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_choices.py" />
      <source>One mark with their number</source>
      <translation>Un symbole avec leur nombre</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_dialog.py" />
      <source>Putting the events together</source>
      <translation>Regroupement des événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_dialog.py" />
      <source>QGIS layer style</source>
      <translation>Style de couche QGIS</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_dialog.py" />
      <source>Save style</source>
      <translation>Enregistrer le style</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_choices.py" />
      <source>Set round the place, each to be seen</source>
      <translation>Disposés autour du lieu, chacun visible</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_classes.py" />
      <source>Six colours at most can be told apart: untick another one first.</source>
      <translation>Six couleurs au plus se distinguent : décochez-en d’abord une autre.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_choices.py" />
      <source>The events themselves, at every scale</source>
      <translation>Les événements eux-mêmes, à toute échelle</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_classes.py" />
      <source>The layer shows no events now: its filter hides them, or it is empty.</source>
      <translation>La couche n’affiche aucun événement : son filtre les masque, ou elle est vide.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/style_dialog.py" />
      <source>The style is saved.</source>
      <translation>Le style est enregistré.</translation>
    </message>
  </context>
  <context>
    <name>StyleDialog</name>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>&amp;Events</source>
      <translation>Événe&amp;ments</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>&amp;From afar</source>
      <translation>De &amp;loin</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>&amp;Load events…</source>
      <translation>C&amp;harger des événements…</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>&amp;Shape by event type</source>
      <translation>&amp;Forme selon le type d’événement</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>At one &amp;place</source>
      <translation>Au même lie&amp;u</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>C&amp;olour</source>
      <translation>&amp;Couleur</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>Events</source>
      <translation>Événements</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>In colour</source>
      <translation>En couleur</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>Marks</source>
      <translation>Symboles</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>Open mar&amp;ks for the last 8 weeks, which may still change</source>
      <translation>Symboles é&amp;vidés pour les 8 dernières semaines, qui peuvent encore changer</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>Ri&amp;ng where civilians were targeted</source>
      <translation>A&amp;nneau là où des civils ont été visés</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>S&amp;maller than</source>
      <translation>&amp;Plus petit que</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>Sa&amp;ve it…</source>
      <translation>Enregistr&amp;er…</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>Si&amp;ze by reported fatalities</source>
      <translation>&amp;Taille selon les morts signalés</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>Style events</source>
      <translation>Style des événements</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>There are no events in this project yet. Load an event file first.</source>
      <translation>Ce projet n’a pas encore d’événements. Chargez d’abord un fichier d’événements.</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>This layer’s style was made or changed by hand. “Apply” replaces it: save it first if you want it back.</source>
      <translation>Le style de cette couche a été fait ou modifié à la main. « Appliquer » le remplace : enregistrez-le d’abord si vous voulez le retrouver.</translation>
    </message>
    <message>
      <location filename="../../ui/style_dialog.ui" />
      <source>Tick the ones that get their colour; the others are drawn in grey</source>
      <translation>Cochez ceux qui reçoivent leur couleur ; les autres sont dessinés en gris</translation>
    </message>
  </context>
  <context>
    <name>Styles</name>
    <message>
      <location filename="../../plugin/gis/styles_comparison.py" />
      <source>({counts} as coded by the source)</source>
      <translation>({counts} selon le codage de la source)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_results.py" />
      <source>; as coded by the source: </source>
      <translation>; selon le codage de la source : </translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_events.py" />
      <source>Actors</source>
      <translation>Acteurs</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_events.py" />
      <source>Event type</source>
      <translation>Type d’événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_comparison.py" />
      <source>Events a day, later against earlier</source>
      <translation>Événements par jour, période récente sur antérieure</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_results.py" />
      <source>Events within, {later}</source>
      <translation>Événements à l’intérieur, {later}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_results.py" />
      <source>Events within, {later} ({earlier})</source>
      <translation>Événements à l’intérieur, {later} ({earlier})</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_events.py" />
      <source>Lead group</source>
      <translation>Groupe principal</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_events.py" />
      <source>Marks</source>
      <translation>Symboles</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_events.py" />
      <source>Open: provisional, since {date}</source>
      <translation>Évidé : provisoire, depuis le {date}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_events.py" />
      <source>Reported fatalities</source>
      <translation>Morts signalés</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_events.py" />
      <source>Ring: civilians targeted</source>
      <translation>Anneau : civils visés</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/look_classes.py" />
      <source>The glyphs are: {names}.</source>
      <translation>Les formes de symbole sont : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/look_classes.py" />
      <source>There is no glyph {name}.</source>
      <translation>Il n’y a pas de forme de symbole {name}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_comparison.py" />
      <source>from 0</source>
      <translation>depuis 0</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_results.py" />
      <source>in both periods</source>
      <translation>dans les deux périodes</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_comparison.py" />
      <source>may be chance (adjusted p ≥ {p})</source>
      <translation>peut-être le hasard (p ajustée ≥ {p})</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_results.py" />
      <source>newly recorded</source>
      <translation>nouvellement recensé</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_comparison.py" />
      <source>no events</source>
      <translation>aucun événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_results.py" />
      <source>no longer recorded</source>
      <translation>plus recensé</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_events.py" />
      <source>none or unknown</source>
      <translation>aucun ou inconnu</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_comparison.py" />
      <source>not covered</source>
      <translation>non couvert</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_results.py" />
      <source>{label} ({area} km²)</source>
      <translation>{label} ({area} km²)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/styles_results.py" />
      <source>{radius} km</source>
      <translation>{radius} km</translation>
    </message>
  </context>
  <context>
    <name>Tables</name>
    <message>
      <location filename="../../plugin/gis/tables.py" />
      <source>A result row could not be written: {reason}.</source>
      <translation>Une ligne de résultat n’a pas pu être écrite : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/tables.py" />
      <source>Check that the disk has room and that the file is not in use.</source>
      <translation>Vérifiez que le disque a de la place et que le fichier n’est pas utilisé.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/zones.py" />
      <source>It needs {names}.</source>
      <translation>Il faut {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/zones.py" />
      <source>Keep it in one row.</source>
      <translation>Gardez-la sur une seule ligne.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/zones.py" />
      <source>Save it as a comma-separated text file in UTF-8.</source>
      <translation>Enregistrez-la comme texte séparé par des virgules, en UTF-8.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/zones.py" />
      <source>The spelling {name} stands for two places.</source>
      <translation>La graphie {name} désigne deux lieux.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/zones.py" />
      <source>The table cannot be read ({reason}).</source>
      <translation>La table ne peut pas être lue ({reason}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/zones.py" />
      <source>The table lacks the columns {names}.</source>
      <translation>Il manque à la table les colonnes {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/zones.py" />
      <source>There is no zone {name}.</source>
      <translation>Il n’y a pas de zone {name}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/zones.py" />
      <source>There is {names}.</source>
      <translation>Il y a {names}.</translation>
    </message>
  </context>
  <context>
    <name>Tabular</name>
    <message>
      <location filename="../../plugin/gis/ogr_rows.py" />
      <source>Check that it opens in QGIS, or save the events as CSV.</source>
      <translation>Vérifiez qu’il s’ouvre dans QGIS, ou enregistrez les événements en CSV.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/tabular.py" />
      <source>Export it again, with a wider choice of dates or countries.</source>
      <translation>Exportez-le de nouveau, avec plus de dates ou de pays.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/tabular.py" />
      <source>Layer “{name}” of the file.</source>
      <translation>Couche « {name} » du fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/tabular.py" />
      <source>Name the one to load (TABLE). There is: {names}.</source>
      <translation>Nommez celle à charger (TABLE). Il y a : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/tabular.py" />
      <source>No sheet or layer of this file has rows of events.</source>
      <translation>Aucune feuille ou couche de ce fichier n’a de lignes d’événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/tabular.py" />
      <source>Several sheets or layers may hold the events.</source>
      <translation>Plusieurs feuilles ou couches peuvent contenir les événements.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/tabular.py" />
      <source>Sheet “{name}” of the workbook.</source>
      <translation>Feuille « {name} » du classeur.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/tabular.py" />
      <source>The archive cannot be unpacked: {reason}.</source>
      <translation>L’archive ne peut pas être décompressée : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/tabular.py" />
      <source>The coordinates are those of its points, in WGS 84.</source>
      <translation>Les coordonnées sont celles de ses points, en WGS 84.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/ogr_rows.py" />
      <source>The file cannot be read: {reason}.</source>
      <translation>Le fichier ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/tabular.py" />
      <source>There is no sheet or layer “{name}” with rows.</source>
      <translation>Il n’y a pas de feuille ou couche « {name} » avec des lignes.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/tabular.py" />
      <source>Unpack it yourself, and choose the file in it.</source>
      <translation>Décompressez-la vous-même, et choisissez le fichier qu’elle contient.</translation>
    </message>
  </context>
  <context>
    <name>Terms</name>
    <message>
      <location filename="../../plugin/gui/terms.py" />
      <source>Save</source>
      <translation>Enregistrer</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/terms.py" />
      <source>Save events</source>
      <translation>Enregistrer des événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/terms.py" />
      <source>The file will hold a row of the source itself. Keep it for your own work.</source>
      <translation>Le fichier contiendra une ligne de la source elle-même. Gardez-le pour votre propre travail.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/terms.py" />
      <source>The file will hold rows of the source itself. Keep it for your own work.</source>
      <translation>Le fichier contiendra des lignes de la source elle-même. Gardez-le pour votre propre travail.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/terms.py" />
      <source>{dataset}: {terms}. Credit: {credit}</source>
      <translation>{dataset} : {terms}. Mention : {credit}</translation>
    </message>
  </context>
  <context>
    <name>Update</name>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>After</source>
      <translation>Après</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Before</source>
      <translation>Avant</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Changed events</source>
      <translation>Événements modifiés</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Compared only: the store is as it was.</source>
      <translation>Comparé seulement : la base est telle qu’avant.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Event</source>
      <translation>Événement</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Events that are newer in the store than in the file, and stay as they are: {n}.</source>
      <translation>Événements plus récents dans la base que dans le fichier, laissés tels quels : {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Events that stay because their rows in the file were rejected: {n}.</source>
      <translation>Événements laissés parce que leurs lignes du fichier ont été rejetées : {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Fields that changed, by events</source>
      <translation>Champs modifiés, par nombre d’événements</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Ids of the list of deleted events that are not in the store: {n}.</source>
      <translation>Identifiants de la liste des événements supprimés qui ne sont pas dans la base : {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/updating.py" />
      <source>Make a new store of it, or say which column holds ids.</source>
      <translation>Faites-en une nouvelle base, ou dites quelle colonne contient les identifiants.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_plan.py" />
      <source>No event would be of these sub-event types any more: {names}.</source>
      <translation>Plus aucun événement n’aurait ces sous-types : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_plan.py" />
      <source>No event would be of these types any more: {names}.</source>
      <translation>Plus aucun événement n’aurait ces types : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_plan.py" />
      <source>No event would name these actors any more: {names}.</source>
      <translation>Plus aucun événement ne nommerait ces acteurs : {names}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Removed events</source>
      <translation>Événements supprimés</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Rulings on events that are no longer there: {list}.</source>
      <translation>Corrections d’événements disparus : {list}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Rulings whose field the source has changed too, to be decided: {list}.</source>
      <translation>Corrections dont la source a aussi modifié le champ, à trancher : {list}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/updating.py" />
      <source>The events of this file are known by their row numbers only.</source>
      <translation>Les événements de ce fichier ne sont connus que par leur numéro de ligne.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>The file has no columns for {names}: there the events keep what the store has.</source>
      <translation>Le fichier n’a pas de colonnes pour {names} : les événements y gardent ce qu’a la base.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/updating.py" />
      <source>The store is as it was. If that is right, allow removals and run again.</source>
      <translation>La base est telle qu’avant. Si c’est juste, permettez les suppressions et relancez.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/updating.py" />
      <source>The update was stopped: {reasons}</source>
      <translation>La mise à jour s’est arrêtée : {reasons}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>To be confirmed:</source>
      <translation>À confirmer :</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Unchanged events with a newer time stamp: {n}.</source>
      <translation>Événements inchangés avec un horodatage plus récent : {n}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>What the update does to the store</source>
      <translation>Ce que la mise à jour fait à la base</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>Would be: {added} added, {changed} changed, {removed} removed, {unchanged} unchanged.</source>
      <translation>Seraient ajoutés : {added}, modifiés : {changed}, supprimés : {removed}, inchangés : {unchanged}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_plan.py" />
      <location filename="../../plugin/gis/update_words.py" />
      <source>and {n} more</source>
      <translation>et {n} de plus</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_changes.py" />
      <source>in the source's list of deleted events</source>
      <translation>dans la liste des événements supprimés par la source</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_changes.py" />
      <source>no longer in the source's export</source>
      <translation>plus dans l’export de la source</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>the first {n} of {all}; the table “changes” of the store has them all</source>
      <translation>les {n} premiers sur {all} ; la table « changes » de la base les a tous</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_words.py" />
      <source>{added} added, {changed} changed, {removed} removed, {unchanged} unchanged.</source>
      <translation>Ajoutés : {added}, modifiés : {changed}, supprimés : {removed}, inchangés : {unchanged}.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/update_plan.py" />
      <source>{n} of the {all} events that the file covers would be removed ({share} %).</source>
      <translation>Événements couverts par le fichier qui seraient supprimés : {n} sur {all} ({share} %).</translation>
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <location filename="../../plugin/gui/window.py" />
      <source>Cancelled: {title}</source>
      <translation>Annulé : {title}</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/window.py" />
      <source>Details</source>
      <translation>Détails</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/window.py" />
      <source>It stopped without saying why.</source>
      <translation>Arrêt sans raison donnée.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/window.py" />
      <source>Please report it with the details.</source>
      <translation>Merci de le signaler avec les détails.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/window.py" />
      <source>Show</source>
      <translation>Afficher</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/window.py" />
      <source>{what}: the result is on the map.</source>
      <translation>{what} : le résultat est sur la carte.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/window.py" />
      <source>{what}: the table is in the layer list.</source>
      <translation>{what} : la table est dans la liste des couches.</translation>
    </message>
    <message>
      <location filename="../../plugin/gui/window.py" />
      <source>“{title}” stopped with an error of the plugin: {error}</source>
      <translation>« {title} » s’est arrêté sur une erreur de l’extension : {error}</translation>
    </message>
  </context>
  <context>
    <name>Year pace</name>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>Chance to pass the {record} of {year} ({years}): {chance}.</source>
      <translation>Chance de dépasser les {record} de {year} ({years}) : {chance}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/year_pace.py" />
      <source>Choose a day from {start} to {end}.</source>
      <translation>Choisissez un jour du {start} au {end}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/year_pace.py" />
      <source>How events cluster cannot be measured yet: the interval may be too narrow.</source>
      <translation>Le groupement des événements ne peut pas encore être mesuré : l’intervalle peut être trop étroit.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/year_pace.py" />
      <source>How events cluster rests on {n} weeks: the interval may be too narrow.</source>
      <translation>Le groupement des événements n’est mesuré que sur {n} semaines : l’intervalle peut être trop étroit.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>If the rest of the year adds as large a share as in the earlier years: {low} to {high}.</source>
      <translation>Si le reste de l’année ajoute la même part que les années antérieures : {low} à {high}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>If the rest of the year adds as large a share as in {year}: {low}.</source>
      <translation>Si le reste de l’année ajoute la même part qu’en {year} : {low}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>It is not above the {record} of {year} ({years}).</source>
      <translation>Elle ne dépasse pas les {record} de {year} ({years}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>No chance to pass an earlier record is given: {reason}</source>
      <translation>Aucune chance de dépasser un record antérieur n’est donnée : {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/year_pace.py" />
      <source>Of {year} the file covers {days} days only, so the highest earlier year is not known.</source>
      <translation>De {year}, le fichier ne couvre que {days} jours : on ne connaît donc pas la plus haute année antérieure.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>The count so far is above the {record} of {year} ({years}) already.</source>
      <translation>Le nombre actuel dépasse déjà les {record} de {year} ({years}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/year_pace.py" />
      <source>The file covers {year} from {start} only; the days before are projected, too.</source>
      <translation>Le fichier ne couvre {year} qu’à partir du {start} ; les jours d’avant sont projetés aussi.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/year_pace.py" />
      <source>The file does not cover {date}.</source>
      <translation>Le fichier ne couvre pas le {date}.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/year_pace.py" />
      <source>The file holds no earlier year.</source>
      <translation>Le fichier ne contient aucune année antérieure.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>less than {n} %</source>
      <translation>moins de {n} %</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>more than {n} %</source>
      <translation>plus de {n} %</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>most of {first} to {last}</source>
      <translation>maximum de {first} à {last}</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>the only earlier year</source>
      <translation>la seule année antérieure</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>{n} %</source>
      <translation>{n} %</translation>
    </message>
    <message>
      <location filename="../../plugin/core/year_pace.py" />
      <source>{n} of the events so far lie in the last eight weeks of the file, to which more may be added.</source>
      <translation>{n} des événements jusqu’ici sont dans les huit dernières semaines du fichier, où d’autres peuvent s’ajouter.</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>{year}: {n} events by {day}; at this pace {mean} by the end of the year ({confidence} % interval {low} to {high}).</source>
      <translation>{year} : {n} événements au {day} ; à ce rythme {mean} à la fin de l’année (intervalle à {confidence} % : {low} à {high}).</translation>
    </message>
    <message>
      <location filename="../../plugin/core/over_time_words.py" />
      <source>{year}: {n} events.</source>
      <translation>{year} : {n} événements.</translation>
    </message>
  </context>
  <context>
    <name>YearProjection</name>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>Chance to pass it</source>
      <translation>Chance de le dépasser</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>Events so far</source>
      <translation>Événements jusqu’ici</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>Gamma-Poisson prediction of the year's rest with Jeffreys' prior, widened by the dispersion of weekly counts; {selection}</source>
      <translation>Prévision Gamma-Poisson du reste de l’année avec la loi a priori de Jeffreys, élargie par la dispersion des nombres par semaine ; {selection}</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>Last day that is known, such as 2023-06-30 (empty: the file's last)</source>
      <translation>Dernier jour connu, comme 2023-06-30 (vide : le dernier du fichier)</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>Lower limit of the total</source>
      <translation>Limite inférieure du total</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>Most events in a full earlier year</source>
      <translation>Maximum d’événements d’une année antérieure entière</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>Projected total</source>
      <translation>Total projeté</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>That year</source>
      <translation>Cette année-là</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>The answer in words</source>
      <translation>La réponse en toutes lettres</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>The total that a year is heading for when its pace stays what it was, with a 95 % predictive interval, widened by how much weekly counts vary (Gamma-Poisson; weeks of the year and of the 52 before it). Beside it each earlier year of the file, in full and up to the same day. The chance to pass the highest of them is given only when all of them are wholly in the file.</source>
      <translation>Le total vers lequel va une année si son rythme reste le même, avec un intervalle de prévision à 95 %, élargi selon la variation des nombres par semaine (Gamma-Poisson ; semaines de l’année et les 52 d’avant). À côté, chaque année antérieure du fichier, entière et jusqu’au même jour. La chance de dépasser la plus haute n’est donnée que si toutes sont entièrement dans le fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>Upper limit of the total</source>
      <translation>Limite supérieure du total</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>Variance to mean of the weekly counts</source>
      <translation>Variance sur moyenne des nombres par semaine</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>Year-end projection</source>
      <translation>Projection de fin d’année</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>Years</source>
      <translation>Années</translation>
    </message>
    <message>
      <location filename="../../plugin/gis/algorithms/yearprojection.py" />
      <source>{year} projected on {day}</source>
      <translation>{year} projetée au {day}</translation>
    </message>
  </context>
</TS>
