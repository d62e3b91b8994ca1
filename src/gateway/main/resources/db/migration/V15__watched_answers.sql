-- Answers of agencies that are called are watched like file drops. What is compared is what an event would tell, by its type: two
-- types may tell of one fact. Digests of whole facts are of no use for that; what is seen next is the first.

truncate watched_fact;
alter table watched_fact rename column fact to type;
alter table watched_fact add as_of timestamptz not null; -- of the file or the answer: an older answer that comes later tells nothing
