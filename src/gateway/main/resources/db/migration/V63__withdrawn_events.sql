-- Offers are looked for whose event its publisher has taken back: there are few.
create index right_intent_event_withdrawn on right_intent (person, id) where code = 'EVENT_WITHDRAWN';
