-- Whoever holds a receipt and answers the desk's question is no longer told that there is one.
grant update (public_status) on tips to shirokuro_public;
