"""Group chats: whose they are, and what is answered in them."""
