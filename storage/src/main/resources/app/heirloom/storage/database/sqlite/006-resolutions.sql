-- Duplicate groups that were resolved, with what it takes to undo that.

create table resolution (
  number integer primary key autoincrement,
  owner_id blob not null references app_user (id) on delete cascade,
  group_id blob not null,
  heir_id blob, -- null when nobody inherited
  at integer not null,
  undone_at integer
);

create index resolution_owner on resolution (owner_id, number);
create index resolution_at on resolution (at);

-- What was judged. Assets that are gone for good stay in it, so that an undo can name them.
create table resolution_asset (
  resolution_number integer not null references resolution (number) on delete cascade,
  position integer not null, -- in the verdict, those that were kept first
  asset_id blob not null,
  file_name text not null,
  trashed_at integer, -- null for one that was kept
  primary key (resolution_number, position)
) without rowid;

-- What was known of the heir before and after it inherited.
create table resolution_metadata (
  resolution_number integer not null references resolution (number) on delete cascade,
  is_before boolean not null,
  is_favorite boolean not null,
  visibility integer not null,
  description text not null,
  rating integer,
  latitude real,
  longitude real,
  local_at integer,
  zone text,
  captured_at integer not null, -- when it counted as taken before it inherited; the same in both
  captured_local_at integer not null,
  primary key (resolution_number, is_before)
) without rowid;

-- What hangs on the heir since.
create table resolution_gift (
  resolution_number integer not null references resolution (number) on delete cascade,
  kind text not null,
  id blob not null,
  person_id blob,
  primary key (resolution_number, kind, id)
) without rowid;

-- Stacks of the group's members, the primary asset first, where a resolution changed any.
create table resolution_stack (
  resolution_number integer not null references resolution (number) on delete cascade,
  is_before boolean not null,
  stack_id blob not null,
  position integer not null,
  asset_id blob not null,
  primary key (resolution_number, is_before, stack_id, position)
) without rowid;
