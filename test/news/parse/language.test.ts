import { describe, expect, it } from 'vitest';
import { isEnglish } from '../../../src/news/parse/language.ts';

describe('a text', () => {
  it.each([
    [
      'news',
      'The harbour will stay closed for weeks after a ferry ran onto the breakwater on Monday night, the harbour master said. Nobody was badly hurt, and the owner of the ship said that it would wait for the spring tide before it tried to move her.',
    ],
    [
      'news full of foreign names',
      'Volodymyr Ostapenko, Oksana Hrytsenko and Wojciech Szymański met Jean-Baptiste Lefèvre in Székesfehérvár on Tuesday, and Østergård’s deputy, Þórdís Guðmundsdóttir, was with them. The talks in the Palais de la Découverte lasted for six hours, an aide to Lefèvre told the Süddeutsche Allgemeine.',
    ],
    [
      'news that quotes another script',
      'The shop is called مأفيه الشارع, and its owner, يوسف الحداد, has written a line of a poem on every loaf since 1998. He has kept no copy of any of them, he said, because they are meant to be eaten and not to be read by those who come after us.',
    ],
    ['a few words', 'Ferry sinks in harbour'],
    ['a few words of German', 'Fähre sinkt im Hafen'],
    ['nothing', ''],
    ['numbers', '1 2 3 4 5 6 7 8 9'],
  ])('is English when it is %s', (_what, text) => {
    expect(isEnglish(text)).toBe(true);
  });

  it.each([
    [
      'German',
      'Der Hafen bleibt noch wochenlang gesperrt, nachdem eine Fähre in der Nacht zum Dienstag auf die Mole gelaufen war. Niemand wurde schwer verletzt, und der Eigner des Schiffs will auf die Springflut warten, bevor er versucht, es zu bewegen, wie er am Abend mitteilte.',
    ],
    [
      'French',
      'Le port restera fermé pendant des semaines après qu’un bac s’est échoué sur la digue dans la nuit de lundi à mardi, a dit le capitaine du port. Personne n’a été gravement blessé, et l’armateur attendra la grande marée avant de déplacer le navire, selon un communiqué.',
    ],
    [
      'Spanish',
      'El puerto seguirá cerrado durante semanas después de que un transbordador encallara en el rompeolas en la noche del lunes, dijo el capitán del puerto. Nadie resultó herido de gravedad, y el dueño del barco esperará a la marea viva antes de intentar moverlo, según un comunicado.',
    ],
    [
      'Ukrainian',
      'Гавань буде закрита кілька тижнів після того, як пором у понеділок уночі наскочив на хвилеріз, повідомив начальник порту. Ніхто серйозно не постраждав, а власник судна чекатиме на великий приплив, перш ніж спробує зрушити його з місця.',
    ],
    [
      'Dutch',
      'De haven blijft nog weken gesloten nadat een veerboot in de nacht van maandag op dinsdag op de golfbreker was gelopen, zei de havenmeester. Niemand raakte ernstig gewond, en de eigenaar van het schip wacht op het springtij voordat hij het probeert te verplaatsen.',
    ],
    [
      'Italian',
      'Il porto resterà chiuso per settimane dopo che un traghetto si è arenato sulla diga nella notte di lunedì, ha detto il comandante del porto. Nessuno è rimasto ferito in modo grave, e il proprietario della nave aspetterà la marea prima di provare a spostarla.',
    ],
    [
      'Polish',
      'Port pozostanie zamknięty przez kilka tygodni po tym, jak prom wpadł na falochron w nocy z poniedziałku na wtorek, powiedział kapitan portu. Nikt nie został ciężko ranny, a właściciel statku poczeka na wysoki przypływ, zanim spróbuje go przesunąć z tego miejsca.',
    ],
    [
      'Turkish',
      'Pazartesi gecesi bir feribotun mendireğe oturmasının ardından liman haftalarca kapalı kalacak, dedi liman başkanı. Kimse ağır yaralanmadı ve geminin sahibi onu yerinden oynatmayı denemeden önce büyük gelgiti bekleyeceğini akşam saatlerinde yaptığı yazılı bir açıklamada söyledi.',
    ],
    [
      'Chinese',
      '周一夜间一艘渡轮撞上防波堤，港务长表示，港口将关闭数周。没有人受重伤，船东将等待大潮，然后再尝试移动这艘船。',
    ],
    [
      'Arabic',
      'سيبقى الميناء مغلقا لأسابيع بعد أن جنحت عبارة على حاجز الأمواج ليلة الاثنين، كما قال مدير الميناء. ولم يصب أحد بجروح خطيرة، وسينتظر مالك السفينة المد العالي.',
    ],
  ])('is not English when it is %s', (_language, text) => {
    expect(isEnglish(text)).toBe(false);
  });
});
