import { describe, expect, it } from 'vitest';
import { endingOf } from '../../src/intake/ending.ts';

const entry = {
  url: 'https://courier.example/news/ferry',
  id: 'https://courier.example/?p=7',
  headline: 'Ferry sinks in Grey Harbour',
};
const TEXT = '<p>The ferry sank on Monday night.</p><p>“She was old,” said her mate.</p>';
const OWN = '<a href="https://courier.example/news/ferry">';

describe('a text of a feed sends its readers to the page', () => {
  it.each([
    `<p>${OWN}Read more &raquo;</a></p>`,
    `<p>It was&hellip; ${OWN}Continue reading <span>Ferry sinks in Grey Harbour</span> <span>&rarr;</span></a></p>`,
    `<p>${OWN}Continue reading</a></p><p>The post ${OWN}Ferry sinks in Grey Harbour</a> appeared first on <a href="https://courier.example">The Courier</a>.</p>`,
    `<p>${OWN}<span aria-label="Continue reading">(more&hellip;)</span></a></p>`,
    `<p>It was of... <a href="/news/ferry">Read More: Ferry sinks in Grey Harbour</a></p>`,
    `<ul><li>${OWN}Read more<span> about Ferry sinks</span></a></li></ul>`,
    `<p><a href="https://courier.example/?p=7">Weiterlesen</a></p>`,
    `<p><em>This story continues at ${OWN}The Courier</a></em></p>`,
    '<p><a href="https://proxy.example/~r/x/3">Read full article</a></p>',
    '<p><a href="https://proxy.example/~r/x/3">Click here to read the rest of this entry</a></p>',
    '<p><a href="https://proxy.example/~r/x/3">Keep reading</a></p><p><a href="https://ads.example/1">Ferries for sale</a></p>',
    '<p><a href="https://courier.example/news/ferry#more-7">Continue reading “Ferry sinks”</a></p>',
    '<p>Read the entire article.</p>',
    '<p>Continue reading this article on The Courier.</p>',
  ])('by %s', (html) => {
    expect(endingOf(TEXT + html, entry).leadsOn).toBe(true);
  });

  it.each([
    '',
    '<p>“Nobody may go on board to read more than the gauge,” he said.</p>',
    '<p>Read more: <a href="https://courier.example/news/owner">Ferry owner fined</a></p>',
    '<p><a href="https://courier.example/news/ferry?share=facebook">Share on Facebook</a></p>',
    '<p><a href="https://courier.example/news/ferry#comments">7 comments</a></p>',
    '<p>The report is <a href="https://port.example/report">here</a>.</p>',
  ])('and not by %j', (html) => {
    expect(endingOf(TEXT + html, entry)).toEqual({ html: TEXT + html, leadsOn: false });
  });
});

describe('what a weblog adds below a text is left out', () => {
  const FRONT = '<a href="https://courier.example">The Courier</a>';
  it.each([
    `<p>The post ${OWN}Ferry sinks in Grey Harbour</a> appeared first on ${FRONT}.</p>`,
    `<p>The article ${OWN}Ferry sinks in Grey Harbour</a> first appeared on ${FRONT}.</p>`,
    `<p>Der Beitrag ${OWN}Ferry sinks in Grey Harbour</a> erschien zuerst auf ${FRONT}.</p>`,
    `<p><a href="${entry.url}?source=rss----7---4">Ferry sinks in Grey Harbour</a> was originally published in <a href="https://medium.example/courier">The Courier</a> on Medium, where people are continuing the conversation.</p>`,
    '<p>This story first appeared on The Courier.</p>',
    `\nThe post ${OWN}Ferry sinks in Grey Harbour</a> appeared first on ${FRONT}.`,
  ])('%s', (html) => {
    const { html: kept, leadsOn } = endingOf(`${TEXT}${html}<img src="/pixel.gif">`, entry);
    expect(leadsOn).toBe(false);
    expect(kept.replace('<p></p>', '')).toBe(html.startsWith('<') ? `${TEXT}<img src="/pixel.gif">` : TEXT);
  });

  it.each([
    '<p>Her book, <a href="https://books.example/tide">The Tide</a>, was first published in 1994.</p>',
    '<p>Such ferries first appeared on the river in 1904.</p>',
    '<p>The story first appeared in 1904, when a fisherman told it to the port office.</p>',
  ])('and not %s', (html) => {
    expect(endingOf(TEXT + html, entry).html).toBe(TEXT + html);
  });
});

it('an ending that is made to hold somebody up does not', () => {
  for (const piece of ['<a ', '<a href=', '<p', '... ', '<a href="', 'the post ', '&hellip;'])
    expect(endingOf(piece.repeat(100_000), entry).html).toHaveLength(piece.length * 100_000);
});
