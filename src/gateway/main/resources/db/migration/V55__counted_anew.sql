-- Figures of months that were counted when they meant something else are counted anew by a gateway, each month once it is over, and reports that were closed
-- are closed anew with the reason. A migration names the months (az.dost.vahid.journeys.tally.Recounts).

create table report_recount (
    month   text primary key,   -- in Baku, 2026-11
    because text not null,      -- every reader of a report that is closed anew sees it
    done_at timestamptz,        -- null as long as it waits
    gone    bigint              -- its dossiers that are not kept any more: where there are any, nothing was changed
);

-- Since 1 December 2026 a case is free of papers only when all its papers are known not to be needed. In this month gateways of the version before may count still.
insert into report_recount (month, because)
select to_char(hour at time zone 'Asia/Baku', 'YYYY-MM'),
       'İş yalnız bütün sənədlərinin tələb olunmadığı məlum olanda sənədsiz sayılır; əvvəllər cavab verməyən reyestr də belə sayılırdı. '
       'A case counts as free of papers only when all its papers are known not to be needed; before, a register that was silent counted as if it needed none.'
from (select hour from report_tally union select now() where exists (select 1 from report_tally)) hours
group by 1;
