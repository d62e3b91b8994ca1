-- What a citizen may ask: who looked, and what became of a correction. Persons are known by a keyed hash of their FIN.
create index audit_person on audit ((entry ->> 'person'), id);

-- A request to correct a fact, as it was made; encrypted like a body of the record.
create table correction (
    id      uuid  primary key,
    person  text  not null,
    agency  text  not null,  -- that owns the fact
    content bytea            -- JSON; null when its time was over
);
create index correction_person on correction (person, id);

-- What became of it, one row a step; one that the agency has not been sent yet has none.
create table correction_step (
    correction uuid not null,
    number     int  not null,  -- from 1
    at         timestamptz not null,
    state      text not null,
    content    bytea,          -- JSON, encrypted: what the agency said; null when its time was over
    primary key (correction, number)
);

-- What 'verify record' answers for: every column of a table that says so.
comment on table audit is 'record: the audit chain';
comment on table audit_head is 'record: the end of the chain';
comment on table audit_root is 'record: signed roots and their time-stamps';
comment on table dossier is 'record: dossiers';
comment on table evidence is 'record: what agencies answered';
comment on table data_key is 'record: keys of the bodies';
comment on table correction is 'record: corrections that citizens asked for';
comment on table correction_step is 'record: what became of them';
