-- Duplicate groups that were resolved, with what it takes to undo that.

create table resolution (
  number bigint generated always as identity primary key,
  owner_id uuid not null references app_user (id) on delete cascade,
  group_id uuid not null,
  heir_id uuid, -- null when nobody inherited
  at bigint not null,
  undone_at bigint
);

create index resolution_owner on resolution (owner_id, number);
create index resolution_at on resolution (at);

-- What was judged. Assets that are gone for good stay in it, so that an undo can name them.
create table resolution_asset (
  resolution_number bigint not null references resolution (number) on delete cascade,
  position integer not null, -- in the verdict, those that were kept first
  asset_id uuid not null,
  file_name text not null,
  trashed_at bigint, -- null for one that was kept
  primary key (resolution_number, position)
);

-- What was known of the heir before and after it inherited.
create table resolution_metadata (
  resolution_number bigint not null references resolution (number) on delete cascade,
  is_before boolean not null,
  is_favorite boolean not null,
  visibility integer not null,
  description text not null,
  rating integer,
  latitude double precision,
  longitude double precision,
  local_at bigint,
  zone text,
  captured_at bigint not null, -- when it counted as taken before it inherited; the same in both
  captured_local_at bigint not null,
  primary key (resolution_number, is_before)
);

-- What hangs on the heir since.
create table resolution_gift (
  resolution_number bigint not null references resolution (number) on delete cascade,
  kind text not null,
  id uuid not null,
  person_id uuid,
  primary key (resolution_number, kind, id)
);

-- Stacks of the group's members, the primary asset first, where a resolution changed any.
create table resolution_stack (
  resolution_number bigint not null references resolution (number) on delete cascade,
  is_before boolean not null,
  stack_id uuid not null,
  position integer not null,
  asset_id uuid not null,
  primary key (resolution_number, is_before, stack_id, position)
);
