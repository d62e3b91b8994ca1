-- Figures of reports, by the hour and without a person: what entries of the audit chain come to. A job writes them, a report reads them.

create table report_tally (
    hour    timestamptz not null,   -- when it began; of a lookup, when it was asked
    measure text        not null,   -- az.dost.vahid.tally.Measure says what a, b and n are
    service text        not null,   -- '' where there is none, as are centre, a and b
    centre  text        not null,
    channel text        not null,   -- 'UNKNOWN' of a lookup of which nobody said it
    a       text        not null,
    b       text        not null,
    n       bigint      not null,
    primary key (hour, measure, service, centre, channel, a, b)
);

-- Which dossier of a case counts in a month. No person, no case and no service: only a keyed digest of them.
create table report_case (
    matter  bytea not null,
    month   date  not null,         -- its first day, in Baku
    dossier uuid  not null,
    primary key (matter, month)
);
create index report_case_month on report_case (month);

-- Agencies that a lookup asked in vain, for a day: a later dossier of the same case may have their answers.
create table report_in_vain (
    matter  bytea not null,
    dossier uuid  not null,
    agency  text  not null,
    primary key (matter, dossier, agency)
);
create index report_in_vain_dossier on report_in_vain (dossier);

-- Which papers of a service citizens would have fetched, and where, as the passports said it when entries of the chain were counted: what a case came to
-- is computed again by the same rules.
create table report_rules (
    after bigint primary key,       -- they hold for entries of the chain after this one
    rules text   not null           -- JSON
);

-- How far the chain was counted.
create table report_cursor (
    the_only boolean primary key default true check (the_only),
    sequence bigint not null,
    entry    uuid                   -- of that number; null before the first
);
insert into report_cursor (sequence) values (0);
