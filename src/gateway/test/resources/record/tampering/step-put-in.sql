-- Correction .* 2 is in no entry
insert into correction_step (correction, number, at, state, content, mac) select id, 2, now(), 'REJECTED', null, '\x00' from correction;
