-- Disagreements of registers, each a ticket for the register that can mend it.
create table ticket (
    id         uuid    primary key,
    matter     bytea   not null unique,      -- keyed digest of person, kind, fact, field and the pair of registers: one ticket, however often it is seen
    person     text    not null,             -- keyed hash of the FIN
    kind       text    not null,
    fact       text    not null,             -- empty where a whole answer was of somebody else
    field      text    not null,
    agency     text    not null,             -- that was not believed
    other      text,                         -- that was; null where no other register has to do with it
    rule       text    not null,
    needs      text    not null,             -- facts that a lookup must ask for to show that they agree, with spaces between
    dossier    uuid    not null,             -- in which it was first seen
    state      text    not null,
    since_ms   bigint  not null,             -- since when it is in its state, milliseconds since 1970
    seen_ms    bigint  not null,             -- when it was seen, for the first time or again after it was said to be mended
    told_ms    bigint  not null,             -- when its register was last told of it; 0 before
    told       int     not null,             -- how often it was, since it has it
    reopened   int     not null,
    turned     boolean not null,             -- whether the other register has it now
    content    bytea,                        -- JSON, encrypted: the FIN, what each register says, and what was answered; null when its time was over
    mac        bytea   not null              -- over the columns before it
);
create index ticket_person on ticket (person);
create index ticket_waits on ticket (told_ms) where state in ('OPEN', 'SENT');
create index ticket_agency on ticket ((case when turned then other else agency end), id);

-- How far the chain was read for them. What was seen before there were tickets makes none.
create table ticket_cursor (
    the_only boolean primary key default true check (the_only),
    sequence bigint not null,
    entry    uuid                            -- of that number; null before the first
);
insert into ticket_cursor (sequence) select coalesce((select sequence from audit_head), 0);
