-- Albums: what each shows is kept by the triggers below, so that a list of albums need not look at their assets.

alter table album add column shown_assets bigint not null default 0;

-- Of the asset, while its albums show it: in the timeline or the archive, and not in the trash.
alter table album_asset add column shown_local_at bigint;
alter table album_asset add column shown_updated_at bigint;

update album_asset set shown_local_at = local_at, shown_updated_at = updated_at
  from asset where id = asset_id and trashed_at is null and visibility in (0, 1);

create index album_asset_local on album_asset (album_id, shown_local_at, asset_id);
create index album_asset_updated on album_asset (album_id, shown_updated_at);

update album set shown_assets = (
  select count(*) from album_asset where album_id = album.id and shown_local_at is not null);

create function read_shown_asset() returns trigger language plpgsql as $$
begin
  select local_at, updated_at into new.shown_local_at, new.shown_updated_at
    from asset where id = new.asset_id and trashed_at is null and visibility in (0, 1);
  return new;
end $$;

create trigger album_asset_added before insert on album_asset
  for each row execute function read_shown_asset();

create function change_shown_asset() returns trigger language plpgsql as $$
declare
  is_shown constant boolean := new.trashed_at is null and new.visibility in (0, 1);
begin
  update album_asset set
      shown_local_at = case when is_shown then new.local_at end,
      shown_updated_at = case when is_shown then new.updated_at end
    where asset_id = new.id;
  return null;
end $$;

create trigger album_asset_changed after update of local_at, updated_at, trashed_at, visibility on asset
  for each row
  when (old.local_at <> new.local_at
    or old.updated_at <> new.updated_at
    or (old.trashed_at is null) <> (new.trashed_at is null)
    or old.visibility <> new.visibility)
  execute function change_shown_asset();

create function count_shown_asset() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.shown_local_at is not null then
    update album set shown_assets = shown_assets - 1 where id = old.album_id;
  end if;
  if tg_op <> 'DELETE' and new.shown_local_at is not null then
    update album set shown_assets = shown_assets + 1 where id = new.album_id;
  end if;
  return null;
end $$;

create trigger album_asset_counted after insert or delete on album_asset
  for each row execute function count_shown_asset();

create trigger album_asset_shown after update of shown_local_at on album_asset
  for each row when ((old.shown_local_at is null) <> (new.shown_local_at is null))
  execute function count_shown_asset();

-- Counts favorites without a look at their rows; is_favorite in it makes SQLite see that.
drop index asset_favorite;
create index asset_favorite on asset (owner_id, visibility, trashed_at, local_month, type, is_favorite)
  where is_favorite;
