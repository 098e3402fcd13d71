import { openDescription } from './loopback/description.ts';
import { test } from 'vitest';
test('x', () => {
  const t=performance.now();
  const c = openDescription()!;
  console.log(performance.now()-t);
  console.log(c('callback 5', {type:5, data:{flags:64}}), performance.now()-t);
  console.log(c('callback 5', {type:5, data:{flags:'a'}}), performance.now()-t);
  console.log(c('edit', {components:[{type:17,components:[{type:10,content:'x'}]}], flags: 32768, allowed_mentions:{parse:[],replied_user:false}}), performance.now()-t);
  console.log(c('follow-up', {components:[{type:17,components:[{type:10,content:'x'}]}], flags: 32768}), performance.now()-t);
  console.log(c('follow-up', {components:[{type:17,components:[{type:10,contents:'x'}]}], flags: 32768}), performance.now()-t);
  console.log(c('commands', [{name:'x',description:'yy', type:1, contexts:[0,1,2], integration_types:[0,1], options:[{type:3,name:'a',description:'b',required:true,max_length:6000}]}]), performance.now()-t);
  console.log(c('message', {content:'x'}), c('callback 8', {type:8,data:{choices:[{name:'a',value:'b'}]}}), performance.now()-t);
});
