-- The hot-line: calls whose callers passed the check questions, and attempts that did not. A person is a keyed digest.

create table hot_line_call (
    id        uuid        primary key,           -- the case reference of lookups for the caller
    requester text        not null,
    official  text        not null,              -- who took the call: nobody else may use it
    person    bytea       not null,
    until     timestamptz not null,
    mac       bytea       not null               -- over the other columns
);
create index hot_line_call_until on hot_line_call (until);

create table hot_line_attempt (
    number bigint      generated always as identity primary key,
    person bytea       not null,
    at     timestamptz not null default now(),
    failed boolean     not null default false    -- until it is decided
);
create index hot_line_attempt_person on hot_line_attempt (person, at);
