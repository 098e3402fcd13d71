/** Common first names that are given to one sex far more often than to the other, in US and international news. */
const HERS =
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann anne sara madison kathryn janice jean abigail alice julia judy sophia grace denise amber marilyn danielle isabella diana brittany natalie charlotte rose kayla alexis hillary nikki carly melania ivanka elena olga natalia svetlana irina yulia ursula angela marine theresa jacinda greta malala leila fatima aisha ingrid astrid ilse rosa ana eleanor loretta kellyanne huma debbie donna tilda';
const HIS =
  'james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie wayne randy mason vincent bernie ted marco jeb barack bill vladimir volodymyr dmytro sergei sergey oleksandr viktor emmanuel boris benjamin xi ali mohammed muhammad ahmed omar hans jens lars olaf friedrich pedro carlos luis miguel antonio francisco mitch mike jim tim tom dan ben sam ron rick rob bob steve greg jeff chris matt lindsey rand harry newt mitt oskar pavel graham';

const hers = new Set(HERS.split(' '));
const his = new Set(HIS.split(' '));

export type Sex = 'hers' | 'his';

/** Null where a first name says nothing. */
export function sexOf(firstName: string): Sex | null {
  const name = firstName.toLowerCase();
  return hers.has(name) ? (his.has(name) ? null : 'hers') : his.has(name) ? 'his' : null;
}
