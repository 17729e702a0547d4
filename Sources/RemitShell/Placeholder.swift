public import Remit
