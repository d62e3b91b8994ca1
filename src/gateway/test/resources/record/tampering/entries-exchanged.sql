-- Between entry 1 and entry 2 the chain is broken
update audit set sequence = 5 - sequence where sequence in (2, 3);
