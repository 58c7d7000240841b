"""Who gets to speak: counts over the quotations of many articles, with figures."""
