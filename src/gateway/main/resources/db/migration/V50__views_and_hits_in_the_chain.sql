-- On which days citizens looked who had looked, for the chain to have one entry of each. No person: a keyed digest of person and day.
create table own_view (
    digest bytea primary key,
    day    date  not null            -- in Baku
);
create index own_view_day on own_view (day);

-- When the chain was told of a hit. Never of one that a citizen asked for: its question has an entry of its own.
alter table misuse_hit add entered_at timestamptz;
update misuse_hit set entered_at = first_at;
create index misuse_hit_unentered on misuse_hit (id) where entered_at is null and rule <> 'asked-by-citizen';
