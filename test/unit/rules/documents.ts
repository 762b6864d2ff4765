/** Made-up documents for the tests of findings. */

/** Tells what a thing is like, in more than 120 words, and nothing that its reader needs to know. */
export const description = `# A tool shelf in the branch library

The shelf stands between the atlases and the window. It has three racks, and each rack holds ten
boxes. In each box lies one tool, with a photo of it on the lid. The boxes are of grey card, and the
lids are red for wood, blue for metal, green for the garden and white for the rest.

## The boxes

Beside the shelf hangs a mirror, so that the boxes on the top rack can be seen from below. The
smallest box holds a gimlet. The longest one holds a spirit level and lies across two places. The
names of the tools are printed in large letters, with the plural below.

## The corner

A stool with two steps stands in the corner. The lamp above the shelf is the old one from the
reading room. On the floor there is a mat of cork, and the wall behind the racks is painted in the
same red as the lids.
`

export const german = `# Ein Werkzeugregal für die Stadtteilbücherei

Fünfmal in der Woche fragt jemand am Tresen nach einer Bohrmaschine oder nach einer Säge, und wir
müssen die Leute wieder wegschicken. Die meisten wohnen zur Miete, haben kein eigenes Werkzeug und
können sich keinen Tischler leisten, nur um ein Brett an die Wand zu bringen.

## Der Vorschlag

Zwischen den Atlanten und dem Fenster soll ein Regal mit dreißig Kästen stehen. In jedem Kasten liegt
ein Werkzeug, und auf dem Deckel klebt ein Bild davon. Wer einen Leseausweis hat, darf einen Kasten
zwei Wochen lang mitnehmen. Montags sehen zwei Ehrenamtliche nach, ob alles wieder da ist.

## Was noch fehlt

Der Hausmeister hat uns die Wand schon versprochen, und die ersten zwölf Werkzeuge sind gespendet
worden. Es kann sein, dass etwas kaputtgeht oder nicht zurückkommt; dann müssen wir im Herbst noch
einmal sammeln. Wir bitten den Büchereirat, den Versuch von Mai bis Juli zu erlauben und uns bis Ende
April Bescheid zu geben.
`

export const french = `# Une étagère à outils dans la bibliothèque du quartier

Cinq fois par semaine, quelqu'un demande au comptoir une perceuse ou une scie, et nous devons le
renvoyer chez lui les mains vides. La plupart de ces personnes louent une chambre, ne possèdent aucun
outil et n'ont pas les moyens de payer un menuisier pour fixer une planche au mur.

## Ce que nous proposons

Entre les atlas et la fenêtre, une étagère porterait trente boîtes. Chaque boîte contient un outil, et
une photo est collée sur le couvercle. Toute personne qui possède une carte de lecteur peut emporter
une boîte pendant deux semaines. Le lundi, deux bénévoles vérifient que tout est revenu à sa place.

## Ce qui reste à faire

Le gardien nous a déjà promis le mur, et les douze premiers outils ont été donnés par des voisins. Il
se peut qu'un outil se casse ou qu'il ne revienne pas; il faudra alors faire une nouvelle collecte en
automne. Nous demandons au conseil de la bibliothèque d'autoriser un essai de mai à juillet.
`

export const japanese = `# 図書館の分館に工具の棚を置く提案

週に五回ほど、窓口で電動ドリルやのこぎりを借りたいという人が来ますが、私たちはそのたびに断らなければなりません。
多くの人は部屋を借りて暮らしていて、自分の工具を持っておらず、棚板を一枚取り付けるために大工さんに頼む余裕もありません。

## 提案の内容

地図帳の書架と窓のあいだに、三十個の箱が入る棚を置きます。箱には工具が一つずつ入っていて、ふたには写真が貼ってあります。
利用者カードを持っている人なら誰でも、二週間まで箱を借りることができます。毎週月曜日に、二人のボランティアが中身を確かめます。

## これまでの準備

管理人さんはすでに壁を使わせてくれると約束してくれました。最初の十二個の工具は近所の方々から寄付していただきました。
工具が壊れたり、戻ってこなかったりするかもしれません。そのときは秋にもう一度寄付をお願いすることになります。
図書館運営委員会には、五月から七月までの試行を認めていただき、四月末までにお返事をくださるようお願いします。
`
