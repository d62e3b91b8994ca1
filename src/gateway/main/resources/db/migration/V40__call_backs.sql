-- The hot-line: who has been called back, so that nobody is called twice.

create table hot_line_call_back (
    dossier   uuid        primary key,   -- the one that completed what was missing
    requester text        not null,
    official  text        not null,      -- who called
    at        timestamptz not null,
    mac       bytea       not null       -- over the other columns
);
