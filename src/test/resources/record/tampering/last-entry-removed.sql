-- The chain should end at entry 7, the last one there is is 6
delete from audit where sequence = 7;
