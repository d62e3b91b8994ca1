-- Reports count offers of rights, from the entries of the audit chain. Months since rights came in, in December 2026, were counted without them, and in this
-- month gateways of the version before may count still.
insert into report_recount (month, because)
select to_char(hour at time zone 'Asia/Baku', 'YYYY-MM'),
       'Hüquqlar üzrə təkliflər də sayılır. Offers of rights are counted, too.'
from (select hour from report_tally union select now() where exists (select 1 from report_tally)) hours
where hour >= timestamptz '2026-12-01 00:00:00+04' and exists (select 1 from right_intent)
group by 1
on conflict (month) do update set done_at = null, gone = null, because = case when report_recount.done_at is null
    then report_recount.because || ' ' || excluded.because else excluded.because end;
