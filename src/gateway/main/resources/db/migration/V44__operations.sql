-- What a gateway tells the others of itself with each renewal of its lease: whether it takes requests, and how agencies look from there. Null of a
-- gateway of the version before, which tells nothing.
alter table member add told jsonb;

-- How often each agency was asked. A gateway counts in memory, and writes the minute that goes on every few seconds, in the same row.
create table agency_minute (
    agency   text        not null,
    minute   timestamptz not null,
    gateway  uuid        not null,          -- one start of one gateway
    asked    integer     not null,
    answered integer     not null,
    times    integer[]   not null,          -- how many calls took how long: AnswerTimes has the bounds
    primary key (agency, minute, gateway)
);

-- Since when an agency is as it is.
create table agency_state (
    agency text        primary key,
    state  text        not null,
    since  timestamptz not null
);
