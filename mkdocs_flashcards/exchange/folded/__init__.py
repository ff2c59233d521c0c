"""Questions of a note whose answers are folded away below them."""
