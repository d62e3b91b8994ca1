create view card_owner as select fin, card, district from card;
