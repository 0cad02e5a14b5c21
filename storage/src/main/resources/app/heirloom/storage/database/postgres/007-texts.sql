-- Texts: which lines of its content each asset shows to clients that synchronise.

create table asset_text (
  asset_id uuid not null references asset (id) on delete cascade,
  position integer not null,
  change_id uuid not null,
  primary key (asset_id, position)
);

create index asset_text_change on asset_text (change_id);

-- No client knows of what was read so far: changes before all others will do.
insert into asset_text
  select asset.id, position, lpad(to_hex(row_number() over (order by asset.id, position)), 32, '0')::uuid
  from asset join text_line on text_line.checksum = asset.checksum;
