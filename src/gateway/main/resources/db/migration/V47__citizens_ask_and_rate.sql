-- What citizens ask about a lookup of theirs. Who works it off, and how it ended, stands in misuse_hit.
create table lookup_question (
    id      uuid  primary key,           -- of the hit, and of the entry of the audit chain
    lookup  uuid  not null unique,       -- that it is about: the dossier, or the refusal
    person  text  not null,              -- keyed hash of the citizen's FIN
    content bytea,                       -- encrypted; null when its time was over
    mac     bytea not null               -- over id, lookup and person
);

-- Slips that nobody has rated yet, by a keyed digest of their check code. One that is rated is deleted: from then on nothing tells which it was.
create table slip_code (
    digest    bytea primary key,
    day       date  not null,            -- of the slip, in Baku
    requester text  not null,
    office    text,                      -- null where the requester's file names none
    service   text  not null
);
create index slip_code_day on slip_code (day);

-- What people said of how they were served. No slip, no dossier, no case, no person, no official.
create table rating (
    id        uuid     primary key,      -- of the entry of the audit chain; when it was said
    requester text     not null,
    office    text,
    service   text     not null,
    stars     smallint not null check (stars between 1 and 5),
    complaint bytea,                     -- encrypted; null for none
    mac       bytea    not null          -- over the columns before it
);
create index rating_office on rating (requester, office, id);
