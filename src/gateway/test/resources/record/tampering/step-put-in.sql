-- Correction .* 2 is in no entry
insert into correction_step (correction, number, at, state, content) select id, 2, now(), 'REJECTED', null from correction;
