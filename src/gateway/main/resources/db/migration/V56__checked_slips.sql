-- Slips that were handed out, by a keyed digest of their code that is another one than that of slip_code: rated or not, whoever holds one can have it checked.
create table slip_issue (
    digest    bytea  primary key,
    made_ms   bigint not null,            -- when the lookup was made, milliseconds since 1970
    matter    bytea  not null,            -- keyed digest of requester, office, person, service and case: of two of one matter the later one counts
    requester text   not null,
    office    text,                       -- null where the requester's file names none
    service   text   not null,
    mac       bytea  not null             -- over the columns before it
);
create index slip_issue_matter on slip_issue (matter, made_ms);
create index slip_issue_made on slip_issue (made_ms);
