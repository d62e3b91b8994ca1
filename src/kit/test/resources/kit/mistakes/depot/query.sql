-- Cards.
select fin, card as number,
  distrikt
from card_owner where fin = {fin}
