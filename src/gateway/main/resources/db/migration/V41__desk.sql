-- Lookups of officials who have roles, for their own desks: which cases an official worked on last, and what an office did this month.

create table desk_lookup (
    dossier   uuid  primary key,
    requester text  not null,
    official  text  not null,
    office    text,              -- where the official worked; null where the requester's file names none
    matter    bytea not null,    -- keyed digest of requester, case, service and person: lookups of one are one case
    took_ms   int   not null,    -- from the question to the dossier
    told      bytea not null,    -- JSON, sealed like the dossier: case, completeness, papers still needed, agencies that were silent
    mac       bytea not null     -- over the other columns
);
create index desk_lookup_official on desk_lookup (requester, official, dossier);
create index desk_lookup_office on desk_lookup (requester, office, dossier);
