"""What every platform's API does at its door: read a call, let faults strike it, log it, queue and push updates."""
