import Remit
