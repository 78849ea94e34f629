/** Words that say nothing of what a recording is about, folded as cues are: English, German, French, Spanish. */
export const stopWords: ReadonlySet<string> = new Set(
  `
  a about actually after again all also am an and any are aren as at back be because been before being but by came can come could couldn
  did didn do does doesn doing don down each even every for from get gets getting go goes going gonna gone got gotta had has hasn have
  haven having he her here hers him his how i if in into is isn it its itself just kind know let like ll look lot made make many maybe me
  mean might more most much must my myself need no nor not now of off oh ok okay on one only onto or other our ours out over own put re
  really right said same say says see she should shouldn so some something still such sure take than thank thanks that the their theirs
  them then there these they thing things think this those though through to too two uh um under until up upon us very ve want was wasn
  way we well went were weren what when where which while who whom whose why will with won would wouldn yeah yes yet you your yours

  aber als also am an auch auf aus bei bin bis bist da dann das dass dein deine dem den denn der des dich die dir doch du durch ein eine
  einem einen einer eines er es etwas euch fur gegen gerade gibt habe haben hast hat hatte hier ich ihm ihn ihr ihre im immer in ist ja
  jetzt kann kein keine machen man mehr mein meine mich mir mit muss nach nein nicht noch nun nur ob oder ohne schon sehr sein seine
  sich sie sind so uber um und uns unter vom von vor war waren warum was weil wenn wer werden wie wieder will wir wird wo zu zum zur

  alors au aux avec avez avoir bien c ce cela ces cest cette ceux comme d dans de des donc du elle elles en es est et etait ete etre eu
  fait faire il ils j je l la le les leur lui ma mais me mes moi mon n ne nous on ont ou par pas pour plus qu quand que qui sa sans se
  ses si son sont sur ta te tes toi ton tous tout tres tu un une va vos votre vous y

  al algo como con cuando de del desde donde e el ella ellos en era es esa ese eso esta estaba este esto estoy fue ha hay la las le les lo
  los mas me mi muy nada ni nos o para pero por porque pues que quien se ser si sin sobre solo son soy su sus tambien te tiene todo tu un
  una uno vamos y ya yo
  `
    .trim()
    .split(/\s+/),
);
