-- Agencies that cannot publish are watched: what of their facts was last seen, as keyed hashes only.

create table watched_file (
    agency      text   primary key,
    newest_file bigint not null             -- the file up to which changes have been told; 0 before the first
);

create table watched_fact (
    agency text not null,
    fact   text not null,
    person text not null,                   -- keyed hash
    digest text not null,                   -- keyed hash of person and value
    primary key (agency, fact, person)
);
