/** A stylesheet of our own in the manner of a dark chat: colours and sizes near Discord's, fonts of the system. */
export const STYLE = `
  * { box-sizing: border-box; margin: 0; padding: 0; }
  body { background: #313338; color: #dbdee1; font: 16px/1.375 'Helvetica Neue', Helvetica, 'Noto Sans', Arial,
    'Noto Color Emoji', sans-serif; }
  section { padding: 14px 16px 14px 72px; position: relative; overflow-wrap: anywhere; }
  section + section { border-top: 1px solid #26272b; }
  .title { position: absolute; right: 8px; left: 8px; top: 1px; color: #6d6f78; font-size: 10px; text-align: right;
    white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .above { color: #b5bac1; font-size: 14px; margin: 0 0 4px -36px; padding-left: 36px; position: relative;
    white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .above::before { content: ''; position: absolute; left: 2px; top: 10px; width: 28px; height: 12px;
    border: solid #4e5058; border-width: 2px 0 0 2px; border-top-left-radius: 6px; }
  .above b { color: #f2f3f5; font-weight: 500; }
  .command { color: #00a8fc; }
  .mention { color: #c9cdfb; background: #3c4270; border-radius: 3px; padding: 0 2px; }
  .avatar { position: absolute; left: 16px; width: 40px; height: 40px; border-radius: 50%; background: #5865f2;
    color: #fff; font: bold 20px/40px Georgia, 'Noto Serif', serif; text-align: center; }
  .author { font-weight: 500; color: #f2f3f5; line-height: 22px; }
  .author i { background: #5865f2; color: #fff; border-radius: 4px; font: 500 10px/15px sans-serif;
    padding: 0 5px; margin-left: 4px; vertical-align: 2px; display: inline-block; }
  .author time { color: #949ba4; font-size: 12px; font-weight: 400; margin-left: 4px; }
  .container { background: #2b2d31; border: 1px solid #3f4147; border-radius: 8px; padding: 16px; margin-top: 4px;
    max-width: 600px; display: flex; flex-direction: column; gap: 8px; }
  .embed { background: #2b2d31; border: 1px solid #3f4147; border-left: 4px solid #1e1f22; border-radius: 4px;
    padding: 12px 16px 16px 12px; margin-top: 4px; max-width: 520px; font-size: 14px; }
  .embed h3 { font-size: 14px; }
  .separator { border-top: 1px solid #46484e; margin: 4px 0; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; }
  .embeds + .row { margin-top: 8px; }
  .button { height: 32px; max-width: 100%; min-width: 60px; border-radius: 8px; padding: 0 11px; font-weight: 500;
    font-size: 14px; line-height: 32px; color: #fff; background: #4e5058; display: inline-flex; gap: 8px; }
  .button span { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; margin: auto; }
  .primary { background: #5865f2; } .success { background: #248046; } .danger { background: #da373c; }
  .button svg { width: 14px; flex: none; }
  .foot { color: #949ba4; font-size: 12px; margin-top: 4px; } .foot b { color: #00a8fc; font-weight: 400; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; } h3 { font-size: 1rem; }
  h1, h2, h3 { color: #f2f3f5; font-weight: 700; margin: 8px 0 4px; }
  :is(h1, h2, h3):first-child { margin-top: 0; }
  p, small { display: block; white-space: pre-wrap; }
  small { font-size: 0.8125rem; color: #949ba4; }
  strong { font-weight: 700; } a { color: #00a8fc; text-decoration: none; } h3 a { color: #00a8fc; }
  code { background: #1e1f22; border-radius: 4px; padding: 0 3px; font-size: 0.85em; }
  mark { background: #1e1f22; color: inherit; }
  blockquote { padding-left: 12px; margin: 2px 0; position: relative; }
  blockquote::before { content: ''; position: absolute; left: 0; top: 0; bottom: 0; width: 4px; border-radius: 4px;
    background: #4e5058; }
  ul { list-style: disc; margin: 4px 0 0 18px; } li { margin-bottom: 4px; white-space: pre-wrap; }
`;
