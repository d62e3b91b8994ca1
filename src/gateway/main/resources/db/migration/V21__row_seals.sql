-- Whoever may write to the database must not be believed: rows that are shown, signed or acted upon carry a keyed digest (HMAC-SHA-256).

-- Its key, under the record's master key.
create table row_key (
    the_only boolean primary key default true check (the_only),
    wrapped  bytea not null
);

alter table audit add mac bytea;         -- over the other columns; null for entries made before

alter table drop_row add mac bytea;      -- over agency, file, version, number, FIN, facts and source; null for rows loaded before
alter table drop_file add mac bytea;     -- over what lookups show of it; null for files loaded before
alter table drop_standing
    add mac     bytea,                   -- over the other columns
    add row_sum bytea;                   -- of all rows: one that was taken out, put in or put back is missed in it

-- A file is known again by its content: of one that says its name, the same on another day is another file.
drop index drop_file_seal;
create index drop_file_seal on drop_file (agency, seal);

-- A file that was loaded before is loaded once more, and its rows are sealed then.
drop index drop_file_done;
create unique index drop_file_done on drop_file (agency, name, digest) where state <> 'QUARANTINED' and mac is not null;

-- Calls between members, once they have ended.
alter table exchange add mac bytea;

-- Corrections and their steps: of whom, to whom, when and what became of it. What they say is encrypted for its own place.
alter table correction add mac bytea;
alter table correction_step add mac bytea;

-- Bulk lookups: who asked for what, and which dossier came of which line.
alter table bulk_job add mac bytea;
alter table bulk_result add mac bytea;

-- Files between partners: what is written where.
alter table file_transfer add mac bytea;
alter table file_delivery add mac bytea;

-- Which fields an earlier version of a subscription gives.
alter table subscription_version add mac bytea;
