"""Who gets to speak: counts over the quotations of many articles, and figures of them."""
