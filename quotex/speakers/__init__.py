"""Who spoke, when and where: fills speaker, date and venues of a quotation that was found."""
