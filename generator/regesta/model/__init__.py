"""The values that flow through the house: frozen, without input or output, without a clock."""
