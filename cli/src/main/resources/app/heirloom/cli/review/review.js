// The page of `heirloom dupes review`: shows groups, and tells this machine what is decided about them.

const byId = (id) => document.getElementById(id);
const state = { page: 1 };

const sizeText = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

async function ask(path, method = 'GET') {
  const headers = method === 'POST' ? { 'X-Heirloom-Review': '1' } : {};
  const answer = await fetch(path, { method, headers });
  if (!answer.ok) {
    throw new Error(await answer.text());
  }
  return answer.json();
}

/** Whatever goes wrong is said, and nothing looks done that is not. */
async function attempt(action) {
  byId('failure').hidden = true;
  try {
    await action();
  } catch (failure) {
    byId('failure').textContent = failure instanceof TypeError
      ? 'The command that shows this page has ended. Begin it anew to go on.'
      : failure.message;
    byId('failure').hidden = false;
  }
}

function showTotals(totals) {
  byId('totals').textContent = `${totals.file}: ${totals.groups} groups, ${totals.losers} files to let go, `
    + `${sizeText(totals.bytes)}; ${totals.doubtful} should be looked at`;
}

function memberElement(group, member, isKept) {
  const figure = byId('member').content.cloneNode(true).querySelector('figure');
  figure.classList.toggle('kept', isKept);
  const image = figure.querySelector('img');
  image.src = `thumbnail/${member.id}`;
  image.alt = `Preview of ${member.original.name}`;
  figure.querySelector('.look').addEventListener('click', () => enlarge(member));
  figure.querySelector('strong').textContent = member.original.name;
  figure.querySelector('strong').title = member.original.path;
  const facts = [
    member.original.dimensions?.replace(' x ', ' × '),
    member.original.size === null ? null : sizeText(member.original.size),
    `metadata ${member.score}`,
    member.favorite ? 'favorite' : null,
    member.external ? 'external library' : null,
  ];
  figure.querySelector('.facts').textContent = facts.filter(Boolean).join(', ');
  figure.querySelector('.albums').textContent = member.albums.length ? `In ${member.albums.join(', ')}` : '';
  const radio = figure.querySelector('input');
  radio.name = group.id;
  radio.checked = isKept;
  radio.addEventListener('change', () => keep(group, member));
  return figure;
}

function groupElement(group) {
  const article = byId('group').content.cloneNode(true).querySelector('article');
  article.dataset.group = group.id;
  const [kept, ...others] = group.members;
  article.querySelector('h2').textContent = `${group.members.length} photos: ${group.grounds}`;
  article.querySelector('.reason').textContent = `${kept.original.name} is kept because ${group.reason}`;
  article.querySelector('.doubts').replaceChildren(...group.doubts.map((doubt) => {
    const item = document.createElement('li');
    item.textContent = doubt;
    return item;
  }));
  article.querySelector('.members').replaceChildren(
    memberElement(group, kept, true), ...others.map((member) => memberElement(group, member, false)));
  article.querySelector('.dismiss').addEventListener('click', () => dismiss(group));
  return article;
}

function enlarge(member) {
  const image = byId('large').querySelector('img');
  image.src = `preview/${member.id}`;
  image.alt = `Preview of ${member.original.name}`;
  byId('large').showModal();
}

const keep = (group, member) => attempt(async () => {
  try {
    const changed = await ask(`keep?group=${group.id}&asset=${member.id}`, 'POST');
    const old = document.querySelector(`[data-group="${group.id}"]`);
    const fresh = groupElement(changed);
    old.replaceWith(fresh);
    fresh.querySelector('input').focus();
    showTotals((await ask('groups')).totals);
  } catch (failure) {
    await load();
    throw failure;
  }
});

const dismiss = (group) => attempt(async () => {
  await ask(`dismiss?group=${group.id}`, 'POST');
  await load();
});

async function load() {
  const filter = byId('doubtful').checked ? '&doubtful' : '';
  const answer = await ask(`groups?page=${state.page}${filter}`);
  state.page = answer.page;
  showTotals(answer.totals);
  const articles = answer.groups.map(groupElement);
  if (articles.length === 0) {
    const empty = document.createElement('p');
    empty.className = 'empty';
    empty.textContent = 'Nothing is left to look at.';
    articles.push(empty);
  }
  byId('groups').replaceChildren(...articles);
  byId('pages').textContent = `Page ${answer.page} of ${answer.pages}`;
  byId('previous').disabled = answer.page === 1;
  byId('next').disabled = answer.page === answer.pages;
}

const turn = (by) => attempt(async () => {
  state.page += by;
  await load();
  window.scrollTo(0, 0);
});

byId('previous').addEventListener('click', () => turn(-1));
byId('next').addEventListener('click', () => turn(1));
byId('doubtful').addEventListener('change', () => {
  state.page = 1;
  attempt(load);
});
byId('done').addEventListener('click', () => attempt(async () => {
  await ask('done', 'POST');
  byId('groups').replaceChildren();
  document.querySelector('nav').hidden = true;
  byId('done').disabled = true;
  byId('totals').textContent = 'All decisions are saved. You can close this page.';
}));

attempt(load);
