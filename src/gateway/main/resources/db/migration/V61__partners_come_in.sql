-- Who wants to come in, until two operators release it.
create table admission_application (
    id        uuid  primary key,
    sender    text  not null,                     -- keyed digest of the address that it came from
    secret    text  not null,                     -- SHA-256 of what its applicant reads it by
    state     text  not null,
    requester text,                               -- that it became
    because   text,                               -- why it was refused
    content   bytea not null,                     -- JSON, encrypted: organisation, contacts, what is wanted
    step      uuid  not null,                     -- the entry of the chain that tells of the state
    mac       bytea not null                      -- over the columns before it
);
create index admission_application_waits on admission_application (id) where state = 'OPEN';

-- What an operator would release.
create table admission_proposal (
    id            uuid  primary key,
    application   uuid  not null,
    requester     text  not null,                 -- of the operator, and his id there
    official      text,
    content       text  not null,                 -- JSON, as in admitted
    because       text  not null,
    mac           bytea not null,                 -- over the columns before it
    confirmed_by  text,
    confirmed_mac bytea                           -- over that somebody confirmed it
);

-- Requesters beside those of the files.
create table admitted (
    id          text  primary key,
    application uuid  not null,
    state       text  not null,
    content     text  not null,                   -- JSON: the requester, its keys, the events that it may get, and its subscription
    step        uuid  not null,                   -- the entry of the chain that tells of the last change
    mac         bytea not null                    -- over the columns before it
);
create index admitted_application on admitted (application);
