"""From a plan to Terraform configuration, by the provider's own schema."""
