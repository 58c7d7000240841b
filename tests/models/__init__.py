TRAINED = "en_attribution_sm"  # the shipped folder that models.training wrote
